import type { z } from 'zod';
import { zhCN } from 'zod/locales';

/** A value that breaks a schema: where it stands, what stands there and what is wanted, what to do. */
export interface SchemaFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly hint: string;
}

/** What a field must be, by its path with `*` for every index; `meanings` where only some words are taken. */
export interface FieldForm {
  readonly wanted: string;
  readonly meanings?: Readonly<Record<string, string>>;
}
export type FieldForms = Readonly<Record<string, FieldForm>>;

/** What `safeParse` is given, so that faults without words of their own are told in Chinese. */
export const inChinese = { error: zhCN().localeError } as const;

/** How the library's own words begin, which say what a program wants, not a curator. */
const generalWords = /^(?:无效|数值过|出现未知)/;

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined),
    value,
  );

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** How many letters must be changed, put in or taken out to make one word of another. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (let to = 1; to <= other.length; to++)
      next.push(
        Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + (letter === other[to - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[other.length] ?? 0;
}

/** The word of a list that was probably meant; null where none is near. */
export function nearestWord(word: string, known: readonly string[]): string | null {
  const plain = word.toLowerCase();
  const ranked = known
    .map((name) => ({ name, steps: distance(plain, name.toLowerCase()) }))
    .sort((a, b) => a.steps - b.steps);
  const [best] = ranked;
  return best && best.steps <= Math.max(2, word.length / 4) ? best.name : null;
}

const formKey = (path: readonly PropertyKey[]): string =>
  path.map((key) => (typeof key === 'number' ? '*' : String(key))).join('.');

function wantedText({ wanted, meanings }: FieldForm): string {
  if (!meanings) return wanted;
  const words = Object.entries(meanings).map(([word, meaning]) => `${word}（${meaning}）`);
  return `${wanted}${words.join('、')} 之一`;
}

type Found = z.core.$ZodIssue;

function unknownKeys(issue: Found, data: unknown, known: readonly string[]): SchemaFault[] {
  if (issue.code !== 'unrecognized_keys') return [];
  return issue.keys.map((key) => {
    const near = nearestWord(key, known);
    const value = valueAt(data, [...issue.path, key]);
    return {
      path: [...issue.path, key],
      message: `${[...issue.path, key].join('.')}：没有这样的一项${near === null ? '' : `，疑是 ${near}`}（现为 ${shown(value)}）`,
      hint: near === null ? '项名写错的改正，多出的删去' : `项名改为 ${near}`,
    };
  });
}

/** Names that a map at a path may have, from the forms. */
const namesAt = (forms: FieldForms, path: readonly PropertyKey[]): string[] => {
  const above = path.length === 0 ? '' : `${formKey(path)}.`;
  return Object.keys(forms).flatMap((key) => {
    const rest = key.startsWith(above) ? key.slice(above.length) : '';
    return rest === '' || rest.includes('.') ? [] : [rest];
  });
};

/**
 * What a schema found wrong with data, one fault for each place, in the schema's order: a missing field that stands
 * there misspelt is told once. `hint` says where the forms are described.
 */
export function schemaFaults(error: z.ZodError, data: unknown, forms: FieldForms, hint: string): SchemaFault[] {
  const faults: SchemaFault[] = [];
  const told = new Set<string>();
  const misspelt = new Set(
    error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [...issue.path, nearestWord(key, namesAt(forms, issue.path)) ?? ''].join('.'))
        : [],
    ),
  );
  for (const issue of error.issues) {
    const { path, message } = issue;
    faults.push(...unknownKeys(issue, data, namesAt(forms, path)));
    const name = path.join('.');
    if (issue.code === 'unrecognized_keys' || told.has(name)) continue;
    told.add(name);
    const value = valueAt(data, path);
    if (value === undefined && misspelt.has(name)) continue;
    const form = forms[formKey(path)];
    // A schema's own words are nearer to the fault than what is wanted of every value.
    const wanted = form && generalWords.test(message) ? `应为${wantedText(form)}` : message;
    const now = value === undefined ? '没有这一项' : `现为 ${shown(value)}`;
    const todo = value === undefined ? '补上这一项' : '改正这一项';
    faults.push({ path, message: `${name || '全文'}：${wanted}（${now}）`, hint: `${todo}；${hint}` });
  }
  return faults;
}
