import type { Random } from './random.ts';

const syllables = [
  ...'安柏碧滨禾博采岑辰澄川淳慈翠丹德登迪鼎东峨帆芳丰枫福甘冈高格耕谷光桂海涵翰浩荷和衡虹湖花华怀环徽惠吉佳嘉建江锦泾荆景静九菊钧开康可兰岚朗黎澧里丽',
  ...'莲梁麟灵凌岭流龙隆庐鹿绿洛茂梅孟眠民明鸣木沐南宁农暖磐培鹏平萍坪屏浦七齐启千虔桥青清庆秋渠泉群仁荣榕融如瑞润三桑沙杉珊上韶胜石守书舒曙双水朔松嵩',
  ...'穗台塘桃天田亭桐潼万汪望苇渭文汶梧武溪西锡夏仙湘祥晓新馨兴星杏秀旭宣雅延岩雁阳尧叶一沂宜义益银迎莹颖永悠友渝榆玉育源远月岳云筠泽沾樟昭贞振芝志中',
  ...'舟珠竹波泊渤步彩苍沧草层察昌畅超潮晨成诚承城程池赤崇初楚传春纯葱达大黛旦道得斗都渡段敦多恩尔范方舫飞菲峰锋奉凤浮抚复富皋歌阁葛根功古关观冠广归郭',
  ...'国果寒杭航河贺鹤恒横红宏洪鸿厚虎户沪欢黄辉汇会火霍基集济际加家甲坚剑键讲交角教节杰洁结金津进晋京经晶精炯居聚君均郡骏凯刊科克空库宽昆阔琅浪乐雷蕾',
  ...'礼力立利联良亮林临玲铃陵领柳六卢芦鲁陆路鹭伦罗马麦满曼茅门蒙米密苗妙敏名茗墨牧穆纳楠嫩念牛浓欧攀盘佩朋蓬片品普奇祁琪旗起气前潜强巧琴勤沁轻晴琼丘',
  ...'求曲全确冉让热日绒蓉柔儒汝锐若森山尚少绍申深神升声诗时实史世市淑树帅爽顺思四颂苏素索塔潭唐棠韬陶特藤甜铁庭通同统头土团托湾完婉皖王威维伟卫未温闻',
  ...'沃五午希惜熙霞贤弦显县现香翔向象霄小笑谐心忻欣鑫信行幸雄休许轩玄雪勋寻言研盐彦燕扬洋漾耀野业伊依仪怡艺易毅逸因音吟印英映勇优由游余鱼雨语宇域誉元',
  ...'园原圆越跃运蕴在增展章漳照哲真珍正郑之知直植至治致钟重周洲柱庄卓资子紫宗祖作',
];

/** How fast new words come up: with n words drawn, in the order of n^0.6 different ones have been. */
const exponent = 0.6;
/** How many words are about as frequent as the first. */
const common = 40;
const kinds = syllables.length ** 3;

/**
 * A word of two or three characters that stands in no dictionary. Low ranks come up often and high ones hardly ever,
 * as in real text, so that the vocabulary goes on growing with the number of reports.
 */
export function coinedWord(chance: Random): string {
  const rank = Math.min(kinds - 1, Math.floor(common * ((1 - chance.next()) ** (-1 / exponent) - 1)));
  // Neighbouring ranks get words that do not look alike; both factors share no divisor.
  const mixed = (rank * 7919) % kinds;
  const at = (index: number): string => syllables[index % syllables.length] ?? '';
  const word = at(mixed) + at(Math.floor(mixed / syllables.length));
  return rank < syllables.length ** 2 / 4 ? word : word + at(Math.floor(mixed / syllables.length ** 2));
}
