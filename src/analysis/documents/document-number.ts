const digits = '[0-9０-９]';
const number = `\\p{Script=Han}{1,16}[〔﹝［[【（(]\\s*(?:19|20|１９|２０)${digits}{2}\\s*[〕﹞］\\]】）)]\\s*第?\\s*${digits}{1,5}\\s*号|\\p{Script=Han}{0,16}令\\s*第?\\s*${digits}{1,5}\\s*号`;

const behind = new RegExp(`^\\s*([（([【〔]?)\\s*(${number})`, 'u');
const before = new RegExp(`([（([【〔]?)\\s*(${number})\\s*[）)\\]】〕]?\\s*(?:文件?|的)?\\s*$`, 'u');

/** What leads from the sentence to a number that stands in no bracket: 按照国发…. */
const lead =
  /^.*(?:根据|按照|依据|依照|落实|贯彻|执行|关于|印发|下发|出台|制定|发布|公布|转发|以及|学习|通过|结合|《|》)/u;

/** A number in no bracket belongs to what is named behind it: 《甲》和国发〔2015〕36号. */
const joined = /^(?:和|及|与|以及|等|由|在|按|依|根据|按照)/u;

/** As far as a number may stand from a name. */
const reach = 48;

/** The document number behind a name that ends at `end`, and where it ends itself; null where none stands there. */
export function numberBehind(text: string, end: number): { readonly number: string; readonly end: number } | null {
  const found = behind.exec(text.slice(end, end + reach));
  if (!found) return null;
  const [whole, bracket, said = ''] = found;
  if (bracket === '' && joined.test(said)) return null;
  return { number: said.replace(/\s/gu, ''), end: end + whole.length };
}

/** The document number right before a name that begins at `start`; null where none stands there. `from` is where it may begin. */
export function numberBefore(text: string, start: number, from: number): string | null {
  const near = text.slice(Math.max(from, start - reach), start);
  // Few names have one: without its last sign no letter need be tried.
  const found = near.includes('号') ? before.exec(near) : null;
  if (!found) return null;
  const [, bracket, said = ''] = found;
  const own = bracket === '' ? said.replace(lead, '') : said;
  return own === '' ? null : own.replace(/\s/gu, '');
}
