import { regionTree } from '../../src/archive/region-tree.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { peerReports, writeBelow } from './peer-text.ts';

/**
 * The same reports for Hugo, with like pages: a report with contents and links to its region and year, and its record
 * on a page of its own; a page for every region of the register; lists by year, and by year and province. No search,
 * no captures, no coverage, no neighbours, no anchors for paragraphs.
 */
const templates: Readonly<Record<string, string>> = {
  'layouts/_default/baseof.html': `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ .Title }}</title><meta name="description" content="{{ .Title }}"><link rel="stylesheet" href="/site.css"></head><body><header><a href="/">文库</a><nav><a href="/regions/">地区</a><a href="/years/">年度</a></nav><form action="/search/"><input type="search" name="q"><button>检索</button></form></header><main>{{ block "main" . }}{{ end }}</main><footer><p>本站不是官方版本。</p></footer></body></html>`,
  'layouts/_default/single.html': `{{ define "main" }}<h1>{{ .Title }}</h1><dl>{{ range .Params.record }}<div><dt>{{ .label }}</dt><dd>{{ .value }}</dd></div>{{ end }}</dl><nav>{{ .TableOfContents }}</nav><article>{{ .Content }}</article><nav><ul>{{ range .Params.regions }}<li><a href="/regions/{{ . }}/">{{ . }}</a></li>{{ end }}{{ range .Params.years }}<li><a href="/years/{{ . }}/">{{ . }}</a></li>{{ end }}</ul></nav>{{ end }}`,
  'layouts/_default/list.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}`,
  'layouts/_default/term.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}`,
  'layouts/_default/taxonomy.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}`,
  'layouts/record/single.html': `{{ define "main" }}<h1>{{ .Title }}</h1><dl>{{ range .Params.rows }}<div><dt>{{ .label }}</dt><dd>{{ .value }}</dd></div>{{ end }}</dl>{{ end }}`,
  'layouts/index.html': `{{ define "main" }}<h1>文库</h1><p>{{ len .Site.RegularPages }} 份</p>{{ end }}`,
  'static/site.css': 'body{font-family:serif}',
  'config.toml': `baseURL = "https://example.org/"
disableKinds = ["RSS", "sitemap", "section"]
[taxonomies]
region = "regions"
year = "years"
provinceyear = "provinceyears"
[markup.goldmark.extensions]
typographer = false
linkify = false
[markup.goldmark.renderer]
unsafe = false
`,
};

/** Writes a Hugo site of the reports of a content folder. */
export function writeHugoSite(content: string, folder: string): void {
  for (const [file, text] of Object.entries(templates)) writeBelow(folder, file, text);
  for (const { code, name } of regionTree(readRegionRegister(content).regions).all)
    writeBelow(folder, `content/regions/${code}/_index.md`, `${JSON.stringify({ title: name })}\n`);
  for (const { id, report, body } of peerReports(content)) {
    const record = report.issuers.map(({ name }) => ({ label: '制发机关', value: name }));
    const front = {
      title: report.title,
      url: `/reports/${id}/`,
      regions: [report.region],
      years: [String(report.year)],
      provinceyears: [`${report.year}-${report.region.slice(0, 2)}`],
      record,
    };
    const rows = [
      ...report.page,
      ...report.transformations.map(({ rule, count }) => ({ label: rule, value: String(count) })),
      ...report.notes.map(({ quote, reason }) => ({ label: quote, value: reason })),
      ...report.doubts.map(({ code, message }) => ({ label: code, value: message })),
    ];
    const recordFront = { title: report.title, url: `/reports/${id}/record/`, type: 'record', rows };
    writeBelow(folder, `content/record/${id}.md`, `${JSON.stringify(recordFront)}\n`);
    writeBelow(folder, `content/reports/${id}.md`, `${JSON.stringify(front)}\n\n${body}`);
  }
}
