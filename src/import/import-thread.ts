import { parentPort, workerData } from 'node:worker_threads';
import { regionTree } from '../archive/region-tree.ts';
import { readHostRegister } from '../content-files/host-register.ts';
import { readIssuerRegister } from '../content-files/issuer-register.ts';
import { readRegionRegister } from '../content-files/region-register.ts';
import { type WholeFile, writeAllWhole } from '../host/whole-file.ts';
import { type ImportTask, importInput } from './import-input.ts';
import type { ThreadOrder } from './import-run.ts';
import { RegionNames } from './recognise/region-names.ts';

/** The thread of an import: takes one file after the other, answers with what became of it. */

const { setting, vocabularies, gate }: ThreadOrder = workerData;

/** Writes while the gate is held, so that nobody ends this thread among its files; a thread that was ended waits. */
function write(files: readonly WholeFile[]): void {
  if (Atomics.compareExchange(gate, 0, 0, 1) !== 0) Atomics.wait(gate, 0, 2);
  try {
    writeAllWhole(files);
  } finally {
    Atomics.store(gate, 0, 0);
  }
}

const whole = {
  ...setting,
  names: new RegionNames(regionTree(readRegionRegister(vocabularies.regions).regions)),
  issuers: readIssuerRegister(vocabularies.issuers),
  hosts: readHostRegister(vocabularies.hosts).hosts,
  write,
};
parentPort?.on('message', async (task: ImportTask) => {
  parentPort?.postMessage(await importInput(task.file, whole, task));
});
parentPort?.postMessage(true);
