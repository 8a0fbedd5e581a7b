import { createHash } from 'node:crypto';
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { version } from '../../package.json';
import type { Ranked, Setting } from '../../scoring/board/context';
import { boardTable } from '../../scoring/board/export';
import { figureText } from '../../scoring/board/figures';
import { scorePanel } from '../../scoring/board/score-panel';
import { kindsOf, unitOf } from '../../scoring/dictionary';
import type { Panel } from '../../scoring/panel';
import { checkSchemeText } from '../../scoring/scheme/check';
import { schemeProblemsFor } from '../../scoring/scheme/fit';
import type { Scheme, SchemeProblem } from '../../scoring/scheme/format';
import { schemeHash } from '../../scoring/scheme/hash';
import { shippedSchemes } from '../../scoring/scheme/shipped';
import { STATUSES } from '../../scoring/scored';
import { tableText } from '../columns/table-text';
import { sayFileProblem, saySchemeProblem } from '../i18n/problems';
import { ledgerText } from '../ingest/ledger-text';
import type { LedgerLine } from '../model/source';
import type { ScoreOrder } from './arguments';
import { DICTIONARY, readPanel, type ReadPanel } from './read-panel';

const BOM = '\uFEFF';
const LEDGER_BATCH = 20_000;

/** The whole job without a browser. 0 done, 1 where something must be put right first: everything found is said, nothing is written. */
export async function score(order: ScoreOrder): Promise<number> {
  const read = await readPanel(order.data, order.maps);
  for (const problem of read.problems) say(sayFileProblem(problem, order.language));
  const { panel } = read;
  if (!panel) return 1;
  const { scheme, problems } = await schemeFrom(order.scheme, panel);
  for (const problem of problems) say(`${order.scheme}: ${saySchemeProblem(problem, order.language)}`);
  if (!scheme || problems.some(({ severity }) => severity === 'error')) return 1;
  const ranked = await scored(panel, scheme);
  await mkdir(order.out, { recursive: true });
  await writeScores(ranked, order.out);
  await writeLedger(read, order.out);
  await writeFile(join(order.out, 'manifest.json'), `${JSON.stringify(manifest(read, ranked), null, 2)}\n`);
  return 0;
}

/** Scores with the scheme's own weights; every year of the panel has a board unless `years` says otherwise. */
export async function scored(panel: Panel, scheme: Scheme, years?: readonly number[]): Promise<Ranked> {
  const entries = new Map(DICTIONARY.map((entry) => [entry.id, entry]));
  const setting: Omit<Setting, 'weights' | 'draft'> = {
    schemeHash: await schemeHash(scheme, (bytes) => crypto.subtle.digest('SHA-256', bytes)),
    nameOf: (field) => entries.get(field) ?? { zh: field, en: field },
    format: (field, value, language) => figureText(value, entries.get(field), panel.currency, language),
    ...(years ? { years } : {}),
  };
  return scorePanel(panel, scheme, setting);
}

async function schemeFrom(
  given: string,
  panel: Panel,
): Promise<{ readonly scheme: Scheme | null; readonly problems: readonly SchemeProblem[] }> {
  const shipped = (await shippedSchemes()).find(({ id }) => id === given);
  if (shipped) return { scheme: shipped, problems: schemeProblemsFor(panel, shipped) };
  const { scheme, problems } = checkSchemeText(await readFile(given, 'utf8'), kindsOf(panel), unitOf);
  return { scheme, problems: scheme ? schemeProblemsFor(panel, scheme) : problems };
}

async function writeScores(ranked: Ranked, out: string): Promise<void> {
  const { rows, columns } = boardTable(ranked, null, {}, null);
  await writeFile(join(out, 'scores.csv'), BOM + tableText(columns, rows));
}

/** In batches, since a ledger can be longer than what fits one string. */
async function writeLedger(read: ReadPanel, out: string): Promise<void> {
  const file = await open(join(out, 'ledger.csv'), 'w');
  try {
    const [header] = ledgerText([]).split('\r\n');
    await file.write(`${BOM}${header!}\r\n`);
    const write = (lines: readonly LedgerLine[]) => file.write(ledgerText(lines).slice(header!.length + 2));
    let batch: LedgerLine[] = [];
    for await (const line of read.ledger()) {
      if (batch.push(line) < LEDGER_BATCH) continue;
      await write(batch);
      batch = [];
    }
    await write(batch);
  } finally {
    await file.close();
  }
}

function manifest({ parts, accounts }: ReadPanel, { panel, scheme, schemeHash: hash, years, totals }: Ranked) {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0]));
  for (const status of totals.status) counts[STATUSES[status]!]! += 1;
  return {
    miaopu: version,
    inputs: parts.map(({ source, file, recipe }, at) => ({
      file: source.name,
      bytes: source.size,
      sha256: file.sha256,
      account: accounts[at],
      recipe: { sha256: createHash('sha256').update(JSON.stringify(recipe)).digest('hex'), ...recipe },
    })),
    scheme: { id: scheme.id, version: scheme.version, sha256: hash, provenance: scheme.provenance },
    rankRule: '1-2-2-4, scores equal within 1e-9 relative',
    currency: panel.currency,
    years,
    rows: panel.rows,
    counts,
  };
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
