import { parseArgs } from 'node:util';

export interface ScoreOrder {
  readonly is: 'score';
  readonly data: readonly string[];
  readonly maps: readonly string[];
  readonly scheme: string;
  readonly out: string;
  readonly language: 'zh' | 'en';
}
export interface FirstBoardOrder {
  readonly is: 'first-board';
  readonly data: readonly string[];
  readonly maps: readonly string[];
  readonly out: string;
}
export type Order = ScoreOrder | FirstBoardOrder | { readonly is: 'help'; readonly fault: string | null };

export const USAGE = `npm run score -- --data FILE [--data FILE …] --scheme FILE --out FOLDER [--map FILE …] [--lang zh|en]

  --data    a CSV, TSV or Arrow file; several are joined by firm and year
  --map     a mapping recipe saved from the page; used for the data file of the same name
  --scheme  a scheme file, or the id of one that ships
  --out     a folder, made if need be: scores.csv, ledger.csv, manifest.json
`;

/** The words after the command → what to do. A fault names the word it is about. */
export function readArguments(words: readonly string[]): Order {
  const first = words[0] === 'first-board';
  try {
    const { values } = parseArgs({
      args: words.slice(first ? 1 : 0),
      options: {
        data: { type: 'string', multiple: true, default: [] },
        map: { type: 'string', multiple: true, default: [] },
        scheme: { type: 'string' },
        out: { type: 'string' },
        lang: { type: 'string', default: 'zh' },
        help: { type: 'boolean', default: false },
      },
    });
    const { data, map: maps, scheme, out, lang, help } = values;
    if (help) return { is: 'help', fault: null };
    if (data.length === 0) return { is: 'help', fault: '--data' };
    if (out === undefined) return { is: 'help', fault: '--out' };
    if (first) return { is: 'first-board', data, maps, out };
    if (scheme === undefined) return { is: 'help', fault: '--scheme' };
    if (lang !== 'zh' && lang !== 'en') return { is: 'help', fault: `--lang ${lang}` };
    return { is: 'score', data, maps, scheme, out, language: lang };
  } catch (error) {
    return { is: 'help', fault: error instanceof Error ? error.message : String(error) };
  }
}
