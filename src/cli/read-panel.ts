import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import dictionary from '../../data/fields.json';
import type { Panel } from '../../scoring/panel';
import { ledgerPageAny, loadAny, lookAny } from '../ingest/any-file';
import { handleSource, type ByteSource } from '../ingest/byte-source';
import { checkRecipe } from '../ingest/check-recipe';
import { buildPanel } from '../ingest/panel';
import { proposeRecipe } from '../ingest/propose';
import { fitRecipe, parseRecipe } from '../ingest/recipe-json';
import { sheetAsked } from '../ingest/sheet-of';
import { tableAsked } from '../ingest/table-of';
import type { FieldEntry, Recipe } from '../model/recipe';
import type { Account, FileProblem, LedgerLine, LoadedFile } from '../model/source';

export const DICTIONARY = dictionary as readonly FieldEntry[];

interface Part {
  readonly source: ByteSource;
  readonly file: LoadedFile;
  readonly recipe: Recipe;
}
export interface ReadPanel {
  readonly panel: Panel | null;
  readonly parts: readonly Part[];
  readonly accounts: readonly Account[];
  readonly problems: readonly FileProblem[];
  ledger(): AsyncIterable<LedgerLine>;
}

const PAGE = 10_000;

/** Files → panel, the way the page does it: look, map (by recipe where one is given), load, join. Nothing is asked: an open question is a problem. */
export async function readPanel(paths: readonly string[], maps: readonly string[]): Promise<ReadPanel> {
  const parts: Part[] = [];
  const problems: FileProblem[] = [];
  const recipes = await Promise.all(maps.map(async (path) => ({ path, json: await readFile(path, 'utf8') })));
  for (const path of paths) {
    const handle = await open(path);
    const source = handleSource(basename(path), (await handle.stat()).size, handle);
    if (parts.some((part) => part.source.name === source.name)) {
      problems.push({ code: 'same_name', source: source.name, where: '', given: path, severity: 'error' });
      continue;
    }
    const mapped = await recipeFor(source, recipes);
    problems.push(...mapped.problems);
    if (!mapped.recipe || mapped.problems.some(({ severity }) => severity !== 'warning')) continue;
    const answer = await loadAny(source, mapped.recipe);
    if (answer.ok) {
      parts.push({ source, file: answer.file, recipe: mapped.recipe });
      problems.push(...answer.file.problems);
    } else problems.push(...answer.problems);
  }
  const stopped = problems.some(({ severity }) => severity !== 'warning');
  const built = stopped ? null : buildPanel(parts, DICTIONARY);
  const doubles = built?.duplicates.map(({ firm, year, places }): FileProblem => ({
    code: 'duplicate_key',
    source: places[0]?.source ?? '',
    where: places.map(({ source, line }) => `${source}:${line}`).join(', '),
    given: `${firm} ${year}`,
    severity: 'question',
  }));
  return {
    panel: built?.panel ?? null,
    parts,
    accounts: built?.accounts ?? [],
    problems: [...problems, ...(built?.problems ?? []), ...(doubles ?? [])],
    ledger: () => everyLine(parts, built?.ledger ?? []),
  };
}

async function* everyLine(parts: readonly Part[], joined: readonly LedgerLine[]): AsyncIterable<LedgerLine> {
  for (const { source, file, recipe } of parts) {
    for (let at = 0; at < file.ledger.total; at += PAGE) yield* await ledgerPageAny(source, file, recipe, at, PAGE);
  }
  yield* joined;
}

async function recipeFor(source: ByteSource, recipes: readonly { readonly path: string; readonly json: string }[]) {
  const given = recipes.find(({ json }) => (JSON.parse(json) as { source?: unknown }).source === source.name);
  let found = await lookAny(source);
  if (!given) {
    const { recipe, problems } = found.problems.some(({ severity }) => severity === 'error')
      ? { recipe: null, problems: [] }
      : proposeRecipe(found, DICTIONARY);
    return { recipe, problems: [...found.problems, ...problems] };
  }
  const read = parseRecipe(given.json, source.name);
  if (!read.recipe) return { recipe: null, problems: [...found.problems, ...read.problems] };
  const sheet = sheetAsked(read.recipe, found);
  if (sheet !== null) found = await lookAny(source, { sheet });
  const header = tableAsked(read.recipe, found);
  if (header) found = await lookAny(source, { ...(sheet === null ? {} : { sheet }), header });
  const { recipe, problems } = fitRecipe(read.recipe, found, DICTIONARY);
  return { recipe, problems: [...found.problems, ...problems, ...checkRecipe(found, recipe, DICTIONARY)] };
}
