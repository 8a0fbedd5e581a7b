import { damagedTable } from '../fixtures/damaged-tables';
import { mutantFaults } from '../fixtures/mutants';
import { readBack } from '../fixtures/read-back';
import { startNodeEngine } from '../../src/engine/start-node';
import { seedFaults } from '../scoring-sql/agree';
import { cutFaults } from './cut-files';
import { roundTripFaults } from './round-trip';

/** One kind of soaking: how many seeds it has, and what went wrong with one of them, in words that name the seed. */
export interface Job {
  readonly name: string;
  readonly seeds: number;
  readonly run: (seed: number) => Promise<readonly string[]>;
  /** What must be put away after the last seed of a run. */
  readonly end?: () => Promise<void>;
}

/** One engine for all seeds of a run, started by the first. */
let engine: ReturnType<typeof startNodeEngine> | null = null;

/** Everything that is soaked by seeds. The first seeds of each run in `npm test`. */
export const JOBS: readonly Job[] = [
  { name: 'mutants', seeds: 5000, run: mutantFaults },
  { name: 'damaged tables', seeds: 10_000, run: (seed) => readBack(damagedTable(seed)) },
  { name: 'encodings and cuts', seeds: 5000, run: cutFaults },
  { name: 'round trips', seeds: 10_000, run: roundTripFaults },
  {
    name: 'schemes by SQL and by script',
    seeds: 2000,
    run: (seed) => seedFaults((engine ??= startNodeEngine()), seed),
    end: async () => engine?.stop(),
  },
];
