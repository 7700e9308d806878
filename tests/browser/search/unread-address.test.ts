import { expect, test } from 'vitest';
import { unreadAddress } from '../../../src/browser/search/unread-address.ts';
import { written } from '../../../src/i18n/written.ts';
import { zhHans } from '../../../src/i18n/zh-hans/zh-hans.ts';

const unread = (address: string): [string, string][] =>
  unreadAddress(new URLSearchParams(address)).map(({ name, given, said }) => {
    const sentence = written(zhHans, said);
    expect(sentence, address).toMatch(/^[^{}]+。$/);
    return [name, given];
  });

test.for<[string, [string, string][]]>([
  ['q=x&region=14', [['region', '14']]],
  ['q=x&year=abc', [['year', 'abc']]],
  ['q=x&year=2023-2021', [['year', '2023-2021']]],
  ['q=x&year=2023,2024', [['year', '2023,2024']]],
  [
    'q=x&level=planet&issuer=gov&role=<b>',
    [
      ['level', 'planet'],
      ['issuer', 'gov'],
      ['role', '<b>'],
    ],
  ],
  [
    'q=x&sort=size&mode=fuzzy',
    [
      ['mode', 'fuzzy'],
      ['sort', 'size'],
    ],
  ],
  ['q=x&glyphs=exact', [['glyphs', 'exact']]],
  ['q=x&view=cards', [['view', 'cards']]],
  [
    'q=x&tool=lens&side=left&by=city',
    [
      ['tool', 'lens'],
      ['side', 'left'],
      ['by', 'city'],
    ],
  ],
  [
    'q=x&sample=9999&seed=-1&window=1&length=1',
    [
      ['seed', '-1'],
      ['sample', '9999'],
      ['window', '1'],
      ['length', '1'],
    ],
  ],
  ['q=x&against=14', [['against', '14']]],
  ['q=x&seeds=7', [['seeds', '7']]],
  ['q=x&context=-3', [['context', '-3']]],
  ['q=x&context=201', [['context', '201']]],
  ['q=x&with=a&with=b&with=c&with=d&with=e', [['with', 'a b c d e']]],
  ['q=x&q=y', [['q', 'x y']]],
  ['q=x&sort=year&sort=region', [['sort', 'year region']]],
  ['q=x&years=2023', [['years', '2023']]],
  ['q=x&Year=2023', [['Year', '2023']]],
  ['q=x&yaer=2023', [['yaer', '2023']]],
  ['q=x&regoin=140000', [['regoin', '140000']]],
  ['q=x&year[]=2023', [['year[]', '2023']]],
  ['q=x&province=140000', [['province', '140000']]],
  ['keyword=x', [['keyword', 'x']]],
])('%s asks what cannot be read', ([address, expected]) => expect(unread(address)).toEqual(expected));

test.for([
  'q=x',
  'q=x&q=x',
  'q=x&year=&region=',
  'q=x&tool=collocates&window=10&measure=dice&against=2019-2021&texts=0&seed=0&sample=5000&page=1&length=6',
  'q=x&utm_source=mail&utm_campaign=year&fbclid=1&from=timeline&isappinstalled=0&_=17&t=1&spm=a',
  'q=x&year=2023&year=2023&year=2019-2019&region=370304x01&region=000000&context=200&with=a&with=b',
])('%s is read, or asks nothing', (address) => expect(unread(address)).toEqual([]));
