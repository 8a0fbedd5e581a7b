import stated from '../../data/stated.json';
import type { BoardSlice } from '../../scoring/board/format';
import { schemeToJson } from '../../scoring/scheme/write';
import type { Scheme } from '../../scoring/scheme/format';
import { separatedText } from '../columns/csv';
import { ledgerText } from '../ingest/ledger-text';
import type { Recipe } from '../model/recipe';
import type { KeptSource } from '../model/project';
import type { DataSummary, Incoming, Leaving, WorkbenchFace } from './face';
import { internalFields } from './joining';
import { CHOSEN_COLUMN, leavingOf } from './leaving';
import type { Rooms } from './rooms';
import type { Spec } from './spec';

export type FileKind = Parameters<WorkbenchFace['download']>[0];
export type Outgoing = Awaited<ReturnType<WorkbenchFace['download']>>;

interface Sources {
  readonly spec: Spec;
  readonly data: DataSummary | null;
  readonly scheme: Scheme | null;
  readonly board: BoardSlice | undefined;
  readonly sources: readonly KeptSource[];
  readonly givers: ReadonlyMap<string, readonly string[]>;
  readonly incoming: readonly Incoming[];
  readonly rooms: Rooms;
}

/** Excel reads a CSV as UTF-8 only when it begins with this mark. */
const BOM = '\uFEFF';
const encoder = new TextEncoder();

/** One of the things a person can take home. Throws on what does not exist, with its name. */
export async function asFile(what: FileKind, of: Sources): Promise<Outgoing> {
  const base = (of.data?.name ?? 'miaopu').replace(/\.[^.]+$/, '');
  switch (what) {
    case 'board.csv':
    case 'board.tsv': {
      const separator = what === 'board.csv' ? ',' : '\t';
      const { language } = of.spec;
      const fields = of.data?.fields?.map(({ id }) => id) ?? [];
      const { score } = of.rooms;
      const leaving = leavingOf(what, { ...of, fields }, await score.reads(), await score.chosenReads());
      const table = await score.boardText(of.spec.year, of.spec.segment, separator, language, leaving?.leftOut);
      const text = leaving ? separatedText(statedIn(leaving, of, language), [], separator) + table : table;
      const stage = of.board?.stages.find(({ id }) => id === of.spec.segment.stage)?.name[language];
      const chosen = of.board?.chosen?.find(({ id }) => id === of.spec.segment.chosen)?.name;
      const segment = Object.values({
        ...of.spec.segment,
        ...(stage === undefined ? {} : { stage }),
        ...(chosen === undefined ? {} : { chosen }),
      });
      const draft = of.board?.draft ?? null;
      const marked = draft === null ? [] : [[stated[language].draft, draft].filter(Boolean).join('-')];
      const name = [base, of.board?.year, ...segment.filter(Boolean), ...marked].join('_').replace(/[\\/:*?"<>|]/g, '-');
      return {
        name: `${name}.${what.slice(6)}`,
        bytes: encoder.encode(BOM + text),
        type: separator === ',' ? 'text/csv' : 'text/tab-separated-values',
      };
    }
    case 'panel.arrow':
      return {
        name: `${base}.arrow`,
        bytes: await of.rooms.score.panelArrow(internalFields(of)),
        type: 'application/vnd.apache.arrow.file',
      };
    case 'panel.parquet':
      return {
        name: `${base}.parquet`,
        bytes: await of.rooms.score.panelParquet(internalFields(of)),
        type: 'application/vnd.apache.parquet',
      };
    case 'ledger.csv': {
      const { total } = await of.rooms.data.ledger(null, 0, 0);
      const { lines } = await of.rooms.data.ledger(null, 0, total);
      return { name: `${base}-ledger.csv`, bytes: encoder.encode(BOM + ledgerText(lines)), type: 'text/csv' };
    }
    case 'scheme.json':
      if (!of.scheme) throw new Error('scheme.json: no scheme is in force');
      return { name: `${of.scheme.id}.json`, bytes: encoder.encode(schemeToJson(of.scheme)), type: 'application/json' };
    default: {
      const source = what.slice('recipe:'.length);
      const recipe = recipeOf(source, of);
      return { name: `${source}.recipe.json`, bytes: encoder.encode(`${JSON.stringify(recipe, null, 2)}\n`), type: 'application/json' };
    }
  }
}

/** The line above a board's header that says what it rests on: one cell, as a title is. */
function statedIn({ internal, leftOut }: Leaving, { data }: Sources, language: 'zh' | 'en'): readonly string[] {
  const nameOf = (field: string): string =>
    field === CHOSEN_COLUMN ? stated[language].chosen : (data?.fields?.find(({ id }) => id === field)?.[language] ?? field);
  const list = (parts: readonly string[]): string => parts.join(language === 'zh' ? '、' : ', ');
  const words = stated[language];
  const sources = words.rests.replace('{sources}', list(internal.map(({ source }) => source)));
  return [leftOut.length === 0 ? sources : sources + words.left_out.replace('{fields}', list(leftOut.map(nameOf)))];
}

function recipeOf(source: string, of: Sources): Recipe {
  const recipe = of.incoming.find((file) => file.name === source)?.recipe ?? of.sources.find((one) => one.name === source)?.recipe;
  if (!recipe) throw new Error(`recipe of ${source}: no such file is open`);
  return recipe;
}
