import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { folded } from '../../src/text/fold.ts';
import { traditionalForm } from '../../src/traditional/traditional-form.ts';

/** Expected forms, all by hand: a simplified character with several traditional ones is told by its words. */
const words = `
行政复议 行政復議|行政复议局 行政復議局|复杂 複雜|恢复 恢復|答复 答覆|反复 反覆
干部 幹部|干预 干預|干扰 干擾|若干 若干|骨干 骨幹|干净 乾淨
台账 台賬|台州 台州|天台县 天台縣|平台 平台|台湾省 台灣省|台风 颱風
里程碑 里程碑|公里 公里|邻里 鄰里|城里 城裏|里面 裏面
后续 後續|以后 以後|皇后 皇后
征收 徵收|征求意见 徵求意見|特征 特徵|新征程 新征程|长征 長征
制定 制定|制度 制度|机制 機制|法制 法制|制造业 製造業|研制 研製
制定制度 制定制度|发展 發展|头发 頭髮|发布 發佈
只有 只有|一只 一隻|系统 系統|体系 體系|联系 聯繫|关系 關係
准确 準確|标准 標準|批准 批准|市场准入 市場准入|准予许可 准予許可
规范 規範|模范 模範|示范 示範|严格规范公正文明执法 嚴格規範公正文明執法
于是 於是|关于 關於|余额 餘額|冲突 衝突|旅游 旅遊|上游 上游
签订 簽訂|标签 標籤|委托 委託|尽职 盡職|尽快 儘快|面对面 面對面
历史 歷史|日历 日曆|案卷 案卷|试卷 試卷|表决 表決|斗争 鬥爭|北斗 北斗
采取 採取|占用 佔用|合并 合併|并且 並且|舍弃 捨棄|宿舍 宿舍
党的领导 黨的領導|为群众 為群眾|说明 說明|温暖 溫暖|核查 核查`;

/** Names of regions whose traditional form is not what their characters give, or that look as if it were not. */
const names = `
云南省 雲南省|沈阳市 瀋陽市|沈北新区 瀋北新區|沈丘县 沈丘縣|长治市 長治市|范县 范縣|台州市 台州市
于洪区 于洪區|于都县 于都縣|于田县 于田縣|余杭区 餘杭區|余姚市 餘姚市|余干县 餘干縣|余江区 餘江區
新余市 新餘市|岳阳市 岳陽市|岳西县 岳西縣|安岳县 安岳縣|岳麓区 嶽麓區|南岳区 南嶽區|岱岳区 岱嶽區
当涂县 當塗縣|蔚县 蔚縣|阳谷县 陽穀縣|太谷区 太谷區|平谷区 平谷區|红谷滩区 紅谷灘區|海淀区 海淀區
满洲里市 滿洲里市|道里区 道里區|湖里区 湖里區|凯里市 凱里市|巴里坤哈萨克自治县 巴里坤哈薩克自治縣
木里藏族自治县 木里藏族自治縣|香格里拉市 香格里拉市|江干区 江干區|新干县 新干縣
塔什库尔干塔吉克自治县 塔什庫爾干塔吉克自治縣|仪征市 儀徵市|准格尔旗 準格爾旗|乌拉特后旗 烏拉特後旗
杭锦后旗 杭錦後旗|太仆寺旗 太僕寺旗|郁南县 鬱南縣|钟祥市 鍾祥市|钟楼区 鐘樓區|腾冲市 騰衝市
斗门区 斗門區|金坛区 金壇區|咸阳市 咸陽市|咸宁市 咸寧市|历城区 歷城區|复兴区 復興區|徐汇区 徐匯區
松江区 松江區|松原市 松原市|曲阜市 曲阜市|千阳县 千陽縣|姜堰区 姜堰區|周口市 周口市|梁山县 梁山縣
个旧市 箇舊市|昆山市 崑山市|昆明市 昆明市|仙游县 仙遊縣|龙游县 龍游縣|万年县 萬年縣|赤峰市 赤峰市
龙岩市 龍岩市|烟台市 煙台市|丰台区 豐台區|叶县 葉縣|上党区 上黨區|慈溪市 慈溪市|凌云县 凌雲縣
团风县 團風縣|弥勒市 彌勒市|获嘉县 獲嘉縣|确山县 確山縣|扎赉特旗 扎賚特旗|勐腊县 勐臘縣`;

const pairs = (list: string): string[][] => list.split(/[|\n]/).flatMap((pair) => (pair ? [pair.split(' ')] : []));
const { regions } = readRegionRegister('content');
const known = new Set(regions.map(({ name }) => name));

test.for(pairs(words))('%s is %s', ([text = '', form]) => expect(traditionalForm(text)).toBe(form));

describe('names of regions', () => {
  test.for(pairs(names))('%s is %s', ([name = '', form]) => {
    expect(known).toContain(name);
    expect(traditionalForm(name)).toBe(form);
  });

  test('no name of the register gains, loses or changes a character', () => {
    expect(known.size).toBeGreaterThan(3000);
    // Folding undoes the forms one by one, so what comes back is the name itself.
    for (const name of known) {
      expect(traditionalForm(name)).toHaveLength(name.length);
      expect(folded(traditionalForm(name))).toBe(folded(name));
    }
  });

  test('a name has the same form inside a sentence', () => {
    const forms = pairs(names).filter(([name = '']) => name.length > 2);
    for (const [name = '', form = ''] of forms)
      expect(traditionalForm(`对${name}人民政府的`)).toBe(`對${form}人民政府的`);
    expect(traditionalForm('湖南岳阳、其余干部')).toBe('湖南岳陽、其餘幹部');
  });
});

test.for([
  ['副县长范某某主持会议', '副縣長范某某主持會議'],
  ['区委书记于某同志', '區委書記于某同志'],
  ['局长于2023年到任', '局長於2023年到任'],
  ['市长余某，', '市長余某，'],
  ['由县长负责规范管理', '由縣長負責規範管理'],
  ['县长沈某某', '縣長沈某某'],
])('surnames of people are told from words: %s', ([text = '', form]) => expect(traditionalForm(text)).toBe(form));

test('any text keeps its length and what is not simplified Chinese', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(traditionalForm(text)).toHaveLength(text.length);
    }),
  );
  expect(traditionalForm('“12345” GB/T 7714—2015，𠀀')).toBe('“12345” GB/T 7714—2015，𠀀');
});

test('a whole report keeps its length, and folding it gives the report again but for 覆 and 瞭', () => {
  const report = readFileSync('content/reports/14/140600/2024.md', 'utf8');
  const form = traditionalForm(report);
  expect(form).toHaveLength(report.length);
  expect(folded(form).replaceAll('覆', '复').replaceAll('瞭', '了')).toBe(
    folded(report).replaceAll('覆', '复').replaceAll('瞭', '了'),
  );
  expect(form).not.toBe(report);
});
