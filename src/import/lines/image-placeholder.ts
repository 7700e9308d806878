/** What a picture leaves in the text; no source writes so. */
export const imagePlaceholder = '〔图片〕';
