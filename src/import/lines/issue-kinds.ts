import type { Severity } from '../../archive/issue.ts';
import { damageCodes } from './damage-codes.ts';

interface ImportIssueKind {
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
}

const warning = (message: string, hint: string): ImportIssueKind => ({ severity: 'warning', message, hint });
const note = (message: string, hint: string): ImportIssueKind => ({ severity: 'note', message, hint });
const error = (message: string, hint: string): ImportIssueKind => ({ severity: 'error', message, hint });

const damageHint = '核对原件；正文不动，编者注可在元数据 notes 中改写';

const damage = Object.fromEntries(
  Object.entries(damageCodes).map(([code, message]) => [code, warning(message, damageHint)]),
);

/** What each issue of an import says and asks for, by permanent code. */
const kinds = {
  'chrome/doubtful': warning('这几行未收入正文，当作网页噪声', '看一眼；若属正文，请把原件中的正文另存后重新导入'),
  'chrome/prose': error(
    '成句的文字未收入正文，未写入',
    '不属正文的，用 --accept 写明行号（如 --accept 3,45-46）后重新导入，确认会记入报告；属正文的，把原件中的正文另存后重新导入',
  ),
  'ledger/unbalanced': error('原件的字没有全部入账，未写入', '这是程序的差错，请连同原件报告'),
  'title/missing': note('文中没有标题，标题系推定', '查到原题后写入 title，并把 titleBasis 改为 curator'),
  'region/ambiguous': warning('地名有同名，证据不足，未定', '用 --region 指明代码'),
  'region/not-in-force': warning('该地名在报告年度末不是现行区划', '核对年度；用 --region 指明当年的代码'),
  'region/unknown': warning('没有找到地区', '用 --region 指明代码'),
  'region/weak': warning('地区只由正文出现的次数推得', '核对；不对时用 --region 指明'),
  'region/own-code-wanted': warning(
    '这一单位没有国标代码，地区只认到它的上级',
    '先在 content/regions/own.csv 为它登记自定代码，再用 --region 指明',
  ),
  'region/division': warning(
    '兵团的师与市合一，师没有国标代码，归入市',
    '核对；师单独报告的，在 content/regions/own.csv 登记，再用 --region 指明',
  ),
  'region/given-unknown': error(
    '--region 给出的代码不在区划登记中',
    '核对代码；确有其地而登记缺漏的，补入 content/regions/',
  ),
  'issuer/given-unknown': error('--issuer 给出的名称不像机关', '写机关的全名，如“绩溪县司法局”'),
  'year/unknown': warning('没有找到报告年度', '用 --year 指明'),
  'year/ambiguous': warning('报告年度有几种可能，未定', '用 --year 指明'),
  'year/disagrees': warning('标题与正文的年度不一致，未定', '用 --year 指明'),
  'year/by-frequency': warning('报告年度只由正文出现的次数推得', '核对；不对时用 --year 指明'),
  'issuer/unknown': warning('没有找到制发机关', '用 --issuer 指明'),
  'issuer/unnamed': warning('正文只自称我局、我县等，没有机关名称', '用 --issuer 指明'),
  'issuer/disagrees': warning('标题与落款的机关不是同一类，以标题为准', '核对；不对时用 --issuer 指明'),
  'issuer/carried': warning('落款是承办部门，而全文代表整个地区，制发机关系推定', '核对；不对时用 --issuer 指明'),
  'issuer/inferred': note('文中没有署名，制发机关系推定', '查到依据后写入 issuers'),
  'issuer/no-slug': error(
    '部门没有登记固定英文名，定不出报告编号，未写入',
    '在 content/issuers.yaml 加上所示的一行（英文名可改），或用 --slug NAME 指明，重新导入',
  ),
  'issuer/slug-given': warning(
    '部门的英文名由 --slug 指明，没有登记',
    '在 content/issuers.yaml 加上所示的一行，否则检查不通过',
  ),
  'issuer/slug-differs': error(
    '--slug 与登记的英文名不同，未写入',
    '去掉 --slug；登记有误的，改正 content/issuers.yaml',
  ),
  'issuer/slug-needless': error('只有部门的报告才有英文名，未写入', '去掉 --slug；确是部门的，用 --issuer 指明'),
  'date/published-unknown': note('发布日期不明', '查到依据后写入 published'),
  'date/signed-unknown': note('成文日期不明', '查到依据后写入 signed'),
  'date/signed-day-lost': note('成文日期缺日', '查到依据后写入 signed'),
  'date/none': warning('日期栏里没有完整的日期，未采用', '查到依据后写入 published'),
  'date/unreadable': warning('日期不存在或不完整，未采用', '查到依据后写入 published'),
  'date/before-year-end': warning(
    '日期早于报告年度的次年，疑是模板或别页的日期，未采用',
    '查到依据后写入 published 或 signed',
  ),
  'date/within-year': warning(
    '日期在报告年度的最后一季，有成文日期、文号或正文为证，采用',
    '核对；不对时改写 published 或 signed',
  ),
  'date/to-come': warning('日期在今天之后，未采用', '查到依据后写入 published'),
  'date/disagrees': warning('页面上的日期彼此不一致，取前者', '核对后改写 published'),
  'date/address-disagrees': warning('网址里的日期与页面上的不一致，取页面的', '核对后改写 published'),
  'date/updated-only': warning('页面只有更新日期，当作发布日期', '核对后改写 published'),
  'outline/number-skipped': warning('标题序号跳号', '核对原件'),
  'outline/number-repeated': warning('标题序号重复', '核对原件'),
  'outline/none': note('全文没有小标题', '核对原件'),
  'text/short': warning('正文很短，疑不完整或只有附件', '核对原件；正文在附件里的，导入附件'),
  'text/letters-changed': error('整理前后的文字不一致，未写入', '这是程序的差错，请报告'),
  'text/protected-changed': error('固定用语的次数在整理前后不一致，未写入', '这是程序的差错，请报告'),
  'text/image': warning('此处有图片，文字未录', '图片中若有文字或表格，请另录'),
  'text/list-numbers': warning(
    '这一列表的序号由浏览器自动编排，原件里没有，未录',
    '对照网页核对；要补的在正文里手加，或在元数据 notes 中说明',
  ),
  'text/footnote': warning('这些注号与注文不能一一对上，照原样留在正文里', '对照网页核对；属脚注的在正文里改作 [^1]'),
  'text/elsewhere': warning(
    '正文引用的内容不在正文部件中，没有读到',
    '核对原件；缺的文字请并入正文，另存为 .docx 后重新导入',
  ),
  'text/revisions': warning(
    '原件带有未接受的修订，取修订以后的文字',
    '核对；应取修订以前的，在 Word 中拒绝修订、另存后重新导入',
  ),
  'text/hidden': warning('原件有不显示的文字，未收', '核对；属于正文的，在原件中取消隐藏、另存后重新导入'),
  'text/comments': warning('原件带有批注，不是正文，未收', '看一眼；属于正文的，并入正文、另存后重新导入'),
  'text/header': warning('页眉或页脚里有成句的文字，未收', '核对；属于正文的，并入正文、另存后重新导入'),
  'text/ruby': note('字上的注音未收', '无须处理'),
  'text/field': warning('此处的文字由 Word 的域代码排出，没有读到', '对照原件，在 Word 中改成文字、另存后重新导入'),
  'text/number-format': warning('自动编号的样式不能识别，以阿拉伯数字写出', '对照原件，在正文里改正'),
  'character/symbol-font': warning('符号字体的字，不知是什么字', '对照原件，在正文里改正'),
  'note/unmarked': warning(
    '注释在正文里没有标记（标记在标题或未收的行里），注文照录',
    '核对原件；应有标记的，在正文里补写 [^标号]',
  ),
  'text/rejoined': warning('原件按固定宽度断行，已把断开的行并成段落', '对照原件看一眼分段'),
  'text/wrap-doubtful': warning(
    '原件按固定宽度断行，这一行是否另起一段不能断定，未与上行合并',
    '核对原件；应合并的在正文里手改',
  ),
  'pdf/unreadable-letters': warning(
    'PDF 没有写明这些字形是什么字',
    '对照 PDF 的版面，把正文里读不出的字（�）改为原字；字多时请用原来的 Word 文件',
  ),
  'pdf/radical-doubtful': warning(
    'PDF 的字形表里是部首，不能断定是哪个字，已按本文用简体还是繁体取一个',
    '对照 PDF 的版面，取错的在正文里手改',
  ),
  'pdf/letter-doubtful': warning(
    'PDF 里有少见的字符，可能是字形表以它代了常用的字，未改动',
    '对照 PDF 的版面，确系代用的在正文里手改',
  ),
  'pdf/actual-text': warning('PDF 注明的字与字形表的不同，取注明的', '对照 PDF 的版面，取错的在正文里手改'),
  'pdf/hidden-text': warning('PDF 里有看不见的字（透明、白字或在页外），未收入', '核对；属正文的请另录'),
  'pdf/turned-text': warning('PDF 里有斜排或转向的字（多是水印），未收入', '核对；属正文的请另录'),
  'pdf/vertical-text': warning('PDF 里有竖排的字，次序可能有误', '对照 PDF 的版面核对次序'),
  'pdf/table-doubtful': warning('这几行像表格，没有框线或格子不齐，分栏可能有误', '对照 PDF 的版面，在正文里改成表格'),
  'pdf/columns': warning('这一页分两栏排印，逐栏读出，次序可能有误', '对照 PDF 的版面核对次序，署名处尤须看一眼'),
  'pdf/text-box': warning('框里的文字移到了所在段落之后', '对照 PDF 的版面核对位置'),
  'pdf/struck-text': warning(
    '这些字上划有横线（多是修订删去的），照录在正文里',
    '对照原件；已删去的从正文里删去，并写入 departures',
  ),
  'pdf/foot-note': warning('页脚的注已移到跨页的段落之后', '对照 PDF 的版面，核对注的位置'),
  'character/invisible': note('去掉了不可见字符', '无须处理'),
  'report/curated': note(
    '编者改过的保留不动，没有照识别改写',
    '要照识别改写的，把该项改回或删去 imported 一行后重新导入',
  ),
  'report/text-curated': warning(
    '编者改过的正文与原件的文字不一致，保留编者的',
    '核对；要照原件恢复的，删去这份报告的文件后重新导入',
  ),
  'report/held': error(
    '库中已有这份报告，内容不同，未写入',
    '同一报告的另一来源用 --as-source，新版本用 --as-version，覆盖用 --replace',
  ),
  'report/same-text': error(
    '库中已有这一地区、年度几乎相同的文字，未写入',
    '另一来源用 --as-source，新版本用 --as-version',
  ),
  'report/incomplete': error(
    '编号所需的地区、年度或制发机关未定，未写入',
    '用 --region、--year、--issuer 指明后重新导入',
  ),
  'report/two': error('一份文件里有两份报告，未写入', '拆成两份文件，分别导入'),
  'report/unwritten': error('写不进文库，什么也没有留下', '腾出空间或改正权限后重新导入'),
  'source/address-unknown': note(
    '不知道网页的网址',
    '在文件旁的 captures.csv 里写明，或用 --source-url 指明，重新导入',
  ),
  'source/address-disagrees': warning(
    '所给的网址与文件自己带的不一致，取所给的',
    '核对；不对时改正 captures.csv 或 --source-url',
  ),
  'source/host-disagrees': warning(
    '网站登记的地区与识别的地区不一致，以识别的为准',
    '核对；地区不对时用 --region 指明，登记不对时改正 content/hosts.csv',
  ),
  'source/host-not-official': warning(
    '网址不是政府网站，也不是登记在案的报纸',
    '转载常被篡改，找政府网站上的原文；确是政府网站或报纸的，登记在 content/hosts.csv',
  ),
  'source/other-report': error(
    '这份文字与库中的报告相差太多，不是它的另一来源，未写入',
    '核对地区、年度和机关；后出的文本用 --as-version',
  ),
  'source/differs': error(
    '这一来源的文字与库中的不同，未写入',
    '逐处核对；确是同一报告的另一来源，加 --accept-differences，不同之处记入报告的 doubts；后出的文本用 --as-version',
  ),
  'source/kept-differing': warning(
    '这一来源的文字与库中的不同，已作为另一来源收入，正文不动',
    '核对 doubts 中所列各处；正文有误的，改用这一来源',
  ),
  'source/copy': warning(
    '像是别的网站转载的副本（文库、百科、水印、广告的字样，或字后夹有拼音），文字照录',
    '转载常被篡改，找政府网站上的原文；不是正文的字样，用 --accept 写明行号',
  ),
  'captures/csv': error(
    'captures.csv 读不懂',
    '第一行应为 file,address,captured,note；存为 UTF-8；含逗号的单元格用半角双引号括起',
  ),
  'captures/row': error('captures.csv 的这一行不能用', '改正这一行后重新导入'),
  'captures/no-file': error(
    'captures.csv 的这一行没有对应的文件',
    '改正文件名（相对于 captures.csv 所在的文件夹），或删去这一行',
  ),
  'input/none': error('文件夹里没有可导入的文件', '可导入的是文本、HTML、.docx、PDF'),
  'input/unreadable': error('文件读不出', '检查文件、链接和权限后重新导入'),
  'input/too-slow': error('读这份文件用时过长，已放弃', '这不像一份报告；只保存正文后再导入'),
  'input/too-heavy': error('读这份文件所需的内存过多，已放弃', '这不像一份报告；只保存正文后再导入'),
  'program/failed': error('程序出错，这份文件未写入', '这是程序的差错，请连同文件报告；加 --debug 显示出错的位置'),
  'not-report/any': warning(
    '不是法治政府建设年度报告，未写入',
    '若确是报告，用 --region、--year、--issuer 三项全部指明',
  ),
} satisfies Readonly<Record<`${string}/${string}`, ImportIssueKind>>;

export type ImportIssueCode = keyof typeof kinds | keyof typeof damageCodes;

const isKind = (code: string): code is keyof typeof kinds => code in kinds;

/** Codes of the issues that are not damage, in the order of their table. */
export const importIssueCodes: readonly ImportIssueCode[] = Object.keys(kinds).filter(isKind);

/** Severity, message and hint of an issue's code. */
export function importIssueKind(code: ImportIssueCode): ImportIssueKind {
  return isKind(code) ? kinds[code] : (damage[code] ?? warning(code, damageHint));
}
