import { describe, expect, it } from 'vitest';
import { importedPage, paragraphElements, reportParagraphs, reportTitle } from './imported-page.ts';

const text = paragraphElements(reportParagraphs, 'P');
const page = (head: string, body: string): string => `<HTML><HEAD>${head}</HEAD><BODY>${body}</BODY></HTML>`;

describe('a page whose attributes are written in capitals', () => {
  it('hides what it says is hidden', async () => {
    const trap =
      '<P STYLE="DISPLAY: none">本文由某采集程序抓取，转载请注明出处。</P><P HIDDEN>另一句看不见的话，也不是正文。</P>';
    const found = await importedPage(page('', `<H1>${reportTitle}</H1><DIV ID=zoom>${text}${trap}</DIV>`));
    expect(found.isWhole).toBe(true);
    expect(found.body).not.toMatch(/采集程序|看不见/);
    expect(found.codes).toContain('text/hidden');
  });

  it('tells of itself in its meta tags', async () => {
    const meta = `<META NAME="ArticleTitle" CONTENT="${reportTitle}"><META NAME="PubDate" CONTENT="2024-02-26">`;
    const { found } = await importedPage(page(meta, `<DIV ID="zoom">${text}</DIV>`));
    expect(found.published?.day.value).toBe('2024-02-26');
    expect(found.title).toBe(reportTitle);
  });

  it('has its article where its name says, and its lists of links beside it', async () => {
    const links = [1, 2, 3, 4].map((n) => `<LI><A HREF="/${n}.htm">县司法局召开会议，部署工作之${n}</A></LI>`).join('');
    const found = await importedPage(
      page('', `<DIV CLASS="nav"><UL>${links}</UL></DIV><H1>${reportTitle}</H1><DIV CLASS="TRS_Editor">${text}</DIV>`),
    );
    expect(found.isWhole).toBe(true);
    expect(found.shown).toEqual(reportParagraphs);
  });

  it('keeps the cells of a table that spans columns', async () => {
    const table =
      '<TABLE BORDER=1><TR><TD COLSPAN=2>执法情况</TD><TD>合计</TD></TR><TR><TD>许可</TD><TD>处罚</TD><TD>件数</TD></TR><TR><TD>12</TD><TD>30</TD><TD>42</TD></TR></TABLE>';
    const body = paragraphElements(reportParagraphs.slice(0, 4)) + table + paragraphElements(reportParagraphs.slice(4));
    const capital = await importedPage(page('', `<H1>${reportTitle}</H1><DIV ID=zoom>${body}</DIV>`));
    const small = await importedPage(
      page('', `<H1>${reportTitle}</H1><DIV id=zoom>${body.replace('COLSPAN', 'colspan')}</DIV>`),
    );
    expect(capital.isWhole).toBe(true);
    expect(capital.shown).toEqual(small.shown);
  });

  it('takes the first of two attributes of one name, as browsers do', async () => {
    const twice = '<P STYLE="color:red" style="display:none">我县持续推进依法行政，各项工作取得新的成效。</P>';
    const found = await importedPage(page('', `<H1>${reportTitle}</H1><DIV ID=zoom>${twice}${text}</DIV>`));
    expect(found.body).toContain('各项工作取得新的成效');
  });
});
