import { type Html, html, type Piece } from './html.ts';

/** What a page of the desk is made of. */
export interface DeskPage {
  readonly title: string;
  readonly main: Html;
  /** Sheets besides the desk's own. */
  readonly sheets?: readonly string[];
}

/** The keys, as the help tells them. */
const keys: readonly (readonly [string, string])[] = [
  ['j　k', '下一项、上一项（队列里的草稿，草稿里的疑问）'],
  ['Enter', '打开草稿；在疑问上，照第一个办法处理'],
  ['1 … 9', '在疑问上，照第几个办法处理'],
  ['a', '收录'],
  ['p', '搁置'],
  ['r', '不收：写明理由，按 Enter'],
  ['e', '改正文；按 Esc 回到疑问'],
  ['w', '写明改动的理由'],
  ['f', '到各项（地区、年度、机关……）'],
  ['v', '预览将要发布的样子'],
  ['d', '与相近的并列'],
  ['n　b', '下一份、上一份草稿'],
  ['u', '回到队列'],
  ['/', '筛选'],
  ['o', '选文件放到审稿台上'],
  ['?', '这张表'],
];

const help = html`<dialog id="help" aria-labelledby="help-title">
<h2 id="help-title">键盘</h2>
<table><thead><tr><th scope="col">键</th><th scope="col">做什么</th></tr></thead><tbody>${keys.map(
  ([key, words]) => html`<tr><td><kbd>${key}</kbd></td><td>${words}</td></tr>`,
)}</tbody></table>
<p><label><input type="checkbox" id="keys-off"> 不用单个字母的键</label></p>
<form method="dialog"><button id="help-close">关闭</button></form>
</dialog>`;

/** A whole page of the desk. */
export function deskPage({ title, main, sheets = [] }: DeskPage): string {
  const all = ['site.css', ...sheets, 'desk.css'];
  return html`<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · 审稿台</title>
${all.map((sheet) => html`<link rel="stylesheet" href="/styles/${sheet}">`)}
<script type="module" src="/scripts/desk.ts"></script>
</head>
<body class="desk" data-offline="审稿台没有答复：npm run desk 还在运行吗？已写的字留在这个浏览器里">
<header><a class="skip" href="#main">跳到内容</a> <a href="/" data-key="u">审稿台</a> <button type="button" data-opens="help" data-key="?" id="help-open">键盘</button></header>
${main}
<p role="status" id="said"></p>
${help}
</body>
</html>
`.source;
}

/** A button that acts on the draft of its page. `id` keeps the focus on it when the page is shown anew. */
export function actButton(
  id: string,
  act: string,
  label: Piece,
  { sends = {}, key }: { readonly sends?: object; readonly key?: string } = {},
): Html {
  return html`<button type="button" id="${id}" data-act="${act}" data-sends="${JSON.stringify(sends)}"${
    key === undefined ? null : html` data-key="${key}" aria-keyshortcuts="${key}"`
  }>${label}</button>`;
}
