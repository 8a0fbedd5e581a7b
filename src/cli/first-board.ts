import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import world from '../../data/sample-world.json';
import { makeBoard } from '../../scoring/board/slice';
import { summarise } from '../../scoring/board/summary';
import { segmentTree } from '../../scoring/board/tree';
import { derivedMeasures } from '../../scoring/scheme/derived';
import { firstShipped } from '../../scoring/scheme/shipped';
import { offeredDimensions } from '../../scoring/segment';
import { sayFileProblem } from '../i18n/problems';
import { fingerprintOf } from '../ingest/fingerprint';
import type { FirstBoardOrder } from './arguments';
import { DICTIONARY, readPanel } from './read-panel';
import { scored } from './score';

/** The board on screen before anything is loaded: what the live page shows first, of the same files, by the same code. */
export async function makeFirstBoard(order: FirstBoardOrder): Promise<number> {
  const read = await readPanel(order.data, order.maps);
  for (const problem of read.problems) process.stderr.write(`${sayFileProblem(problem, 'en')}\n`);
  if (!read.panel) return 1;
  const scheme = firstShipped();
  const summary = summarise(read.panel, DICTIONARY, [], world.boardsFrom);
  const ranked = await scored(read.panel, scheme, summary.years);
  const year = summary.years.at(-1)!;
  const first = {
    summary: {
      ...summary,
      derived: derivedMeasures(read.panel),
      name: world.name,
      synthetic: true,
      fingerprint: await fingerprintOf(read.parts),
      dimensions: offeredDimensions(ranked),
    },
    schemes: [scheme],
    scheme: scheme.id,
    board: makeBoard(ranked, {
      year,
      segment: {},
      search: '',
      sort: { key: 'rank', down: false },
      offset: 0,
      count: world.firstRows,
      fields: [],
    }),
    tree: segmentTree(ranked, ['industry', 'type'], year),
  };
  await mkdir(dirname(order.out), { recursive: true });
  await writeFile(order.out, JSON.stringify(first));
  return 0;
}
