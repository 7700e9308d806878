/** Reading a report aloud, in Chinese. */
export const aloud = {
  aloudSlow: '慢',
  aloudOrdinary: '平常',
  aloudFast: '快',
  aloudVeryFast: '很快',
  aloudNoVoice: '这个浏览器没有中文语音，不能朗读。',
  aloudNoVoiceHelp: '可以在系统设置的“语音”或“辅助功能”里添加中文语音后再试，或用系统自带的朗读功能。',
  aloudSpeed: '速度',
  aloudFromHere: '从这一段读起',
  aloudStop: '停止',
  aloudPrevious: '上一句',
  aloudNext: '下一句',
  aloudPause: '暂停',
  aloudContinue: '继续',
  aloudVoice: '用浏览器自己的语音（{name}），关上面板即停。',
} as const;
