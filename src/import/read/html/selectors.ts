/**
 * Where the systems that government sites run on keep an article's text, as data. Written from knowledge of the
 * systems; `isVerified` turns true when a real page has confirmed the selector.
 */
export interface ContentSelector {
  readonly selector: string;
  readonly system: string;
  readonly isVerified: boolean;
}

const unverified = (system: string, ...selectors: string[]): ContentSelector[] =>
  selectors.map((selector) => ({ selector, system, isVerified: false }));

export const contentSelectors: readonly ContentSelector[] = [
  ...unverified('国务院门户', '#UCAP-CONTENT', '.pages_content', '.article .trs_editor_view'),
  ...unverified(
    'TRS 拓尔思',
    '.TRS_Editor',
    '.trs_editor_view',
    '.TRS_UEDITOR',
    '.trs_paper_default',
    '#TRS_AUTOADD',
    '.Custom_UnionStyle',
  ),
  ...unverified('大汉版通', '#zoom', '.bt-content', '.article_content_body', '#ivs_content', '.main-txt', '.zoom'),
  ...unverified('博达', '.v_news_content', '#vsb_content', '.vsb_content', '[id^="vsb_content"]'),
  ...unverified('开普云', '.content_detail', '.view.TRS_UEDITOR', '.article-content', '#fontzoom', '.wzzw'),
  ...unverified(
    '网达、政友等',
    '#zoomcon',
    '#Zoom',
    '#content_body',
    '.art_con',
    '.artcon',
    '.news_content',
    '.newscontent',
    '.info_content',
    '.xxgk_content',
    '.gknbxq_detail',
    '.j-fontContent',
    '.contentbox',
    '.con_text',
    '.wzcon',
    '.conTxt',
    '.text_content',
  ),
  ...unverified('微信', '#js_content', '.rich_media_content'),
  ...unverified(
    '通用',
    'article .content',
    '.article-body',
    '.article_content',
    '.articleContent',
    '.detail-content',
    '.main_content',
    '#articleContent',
    '#article',
    '#content',
    '.content',
    'article',
  ),
];

/** Meta tags of government sites (《政府网站发展指引》) and of the web at large that carry something of use. */
export const metaNames: readonly string[] = [
  'SiteName',
  'ColumnName',
  'ArticleTitle',
  'PubDate',
  'ContentSource',
  'Author',
  'og:title',
  'article:published_time',
  'publishdate',
  'DC.Title',
  'DC.Date',
  'firstpublishedtime',
  'datePublished',
  'source',
];
