const pairs = (lines: readonly string[]): [string, string][] =>
  lines.map((line) => {
    const [phrase = '', form = ''] = line.split(' ');
    return [phrase, form];
  });

/**
 * Places whose names the table would get wrong, with the forms they have. They are found before all else, so that no
 * word runs into them (对|于洪区); a name that may also be the joint of two words (其余|干部) stands here with its 县 or 区.
 */
export const places: ReadonlyMap<string, string> = new Map(
  pairs([
    '江干区 江干區',
    '新干县 新干縣',
    '塔什库尔干 塔什庫爾干',
    '余干县 餘干縣',
    '余江区 餘江區',
    '余江县 餘江縣',
    '新余市 新餘市',
    '湖里区 湖里區',
    '湾里区 灣里區',
    '道里区 道里區',
    '木里藏族 木里藏族',
    '木里县 木里縣',
    '南岳区 南嶽區',
    '岱岳区 岱嶽區',
    '岳麓区 嶽麓區',
    '岳麓山 嶽麓山',
    '范县 范縣',
    '于洪区 于洪區',
    '于都县 于都縣',
    '于田县 于田縣',
    '沈丘县 沈丘縣',
    '海淀区 海淀區',
    '白洋淀 白洋淀',
  ]),
);

/** Words of law and government that the table lacks or gets wrong; the longest match from each place on still wins. */
export const words: ReadonlyMap<string, string> = new Map(
  pairs([
    '行政复议 行政復議',
    '复议 復議',
    '复核 覆核',
    '批复 批覆',
    '准入 准入',
    '市场准入 市場准入',
    '准予 准予',
    '征程 征程',
    '新征程 新征程',
    '台账 台賬',
    '台风 颱風',
    '干预 干預',
    '规范公正 規範公正',
    '不断发展 不斷發展',
    '公有制 公有制',
    '制为 制為',
    '证明了 證明了',
    '系推定 係推定',
    '当涂 當塗',
    '湖南 湖南',
    '五岳 五嶽',
    '伙伴 夥伴',
    '合伙 合夥',
    '团伙 團夥',
  ]),
);
