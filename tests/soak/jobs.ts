import { damagedTable } from '../fixtures/damaged-tables';
import { mutantFaults } from '../fixtures/mutants';
import { readBack } from '../fixtures/read-back';
import { cutFaults } from './cut-files';
import { roundTripFaults } from './round-trip';

/** One kind of soaking: how many seeds it has, and what went wrong with one of them, in words that name the seed. */
export interface Job {
  readonly name: string;
  readonly seeds: number;
  readonly run: (seed: number) => Promise<readonly string[]>;
}

/** Everything that is soaked by seeds. The first seeds of each run in `npm test`. */
export const JOBS: readonly Job[] = [
  { name: 'mutants', seeds: 5000, run: mutantFaults },
  { name: 'damaged tables', seeds: 10_000, run: (seed) => readBack(damagedTable(seed)) },
  { name: 'encodings and cuts', seeds: 5000, run: cutFaults },
  { name: 'round trips', seeds: 10_000, run: roundTripFaults },
];
