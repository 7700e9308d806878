/** What stands in a report's text, its table and its captures where a private person's name was taken out. */
export const redactionMark = '〔姓名已应请求隐去〕';

/** How many names were taken out of a text; where the number changes, nothing of the earlier text may be left anywhere. */
export const redactionCount = (text: string): number => text.split(redactionMark).length - 1;
