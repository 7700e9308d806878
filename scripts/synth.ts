/** `npm run synth`, see `usage`: an invented archive, for measuring. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '../src/host/command-line.ts';
import { ExpectedFailure } from '../src/host/expected-failure.ts';
import { progress } from '../src/host/progress.ts';
import { settings } from '../src/host/settings.ts';
import { inventedMarker, writeInventedArchive } from '../src/synth/invented-archive.ts';
import { inventedSentence } from '../src/synth/sentences.ts';
import { sentencesFrom, sentencesIn } from '../src/synth/text-sentences.ts';

const usage = `npm run synth -- --reports N --seed S --out DIR [--text FILE.jsonl]
  N 份虚构的报告写入 DIR；同一 seed 得到同样的文件。--text 的句子取自 JSONL 各行的 content 或 text。
  DIR 须不存在、为空，或是先前由本命令写成的（那就先清空）。`;

/** Empties what an earlier run wrote; nothing else is ever deleted. */
function clear(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  if (!existsSync(join(folder, inventedMarker)))
    throw new ExpectedFailure(`${folder} 里有别的文件，不动它：--out 须不存在、为空，或由本命令写成`);
  for (const name of ['reports', 'sources', 'regions', inventedMarker])
    rmSync(join(folder, name), { recursive: true, force: true });
}

const { values } = commandLine({
  usage,
  options: {
    reports: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: '' },
    text: { type: 'string' },
  },
  needs: ['reports', 'out'],
  faults: ({ values: { reports } }) => (/^\d*$/.test(reports) ? [] : [`--reports 应是份数，如 1000，现为“${reports}”`]),
});
const reports = Number(values.reports);
const sentence = values.text ? sentencesFrom(sentencesIn(readFileSync(values.text, 'utf8'))) : inventedSentence;
const { seed, out: folder } = values;
clear(folder);

const begun = performance.now();
const phase = progress('虚构', '份', reports);
let written = 0;
for (written of writeInventedArchive({ reports, seed, sentence, register: settings().content, folder }))
  phase.reach(written);
console.error(`已写 ${folder}：${written} 份，${((performance.now() - begun) / 1000).toFixed(1)} 秒`);
if (written < reports) throw new ExpectedFailure(`计划至多 ${written} 份，已写的都在 ${folder}`);
