import type { Example } from './example';
import * as change from './change';
import * as concentration from './concentration';
import * as grids from './grids';
import * as groups from './groups';
import * as relation from './relation';
import * as seedlings from './seedlings';
import * as segments from './segments';
import * as sharePath from './share-path';
import * as spread from './spread';
import * as modes from './spread-modes';

/** What a module of examples exports besides examples (words, figures) is for its neighbours. */
function examplesIn(module: Readonly<Record<string, unknown>>): Readonly<Record<string, Example>> {
  return Object.fromEntries(
    Object.entries(module).filter(
      (entry): entry is [string, Example] => typeof entry[1] === 'object' && entry[1] !== null && 'draw' in entry[1],
    ),
  );
}

/** Every picture of the gallery by name: each is a golden of the tests too. */
export const EXAMPLES = Object.assign(
  {},
  ...[spread, modes, segments, concentration, relation, groups, change, grids, seedlings, sharePath].map(examplesIn),
) as Readonly<Record<string, Example>>;
