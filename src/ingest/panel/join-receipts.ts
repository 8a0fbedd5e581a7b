import { wordAt, type Words } from '../../../scoring/column';
import type { Counted, JoinReceipts } from '../../model/joined';
import { LEDGER } from '../ledger-reasons';
import type { ConflictBook } from './conflicts';
import { type KnownNames, nameAt } from './known-names';
import { LISTED } from './receipts';
import type { Part } from './parts';
import type { Placed } from './placed';
import { listWords } from './words';

type Names = JoinReceipts['severalNames']['listed'][number];

/** What joining met and the panel alone cannot show. `codes`: part → row → number of the firm; `conflicts` hold the names that are not `known` to be one. */
export function joinReceipts(
  placed: readonly Placed[],
  codes: readonly Int32Array[],
  keys: Words,
  conflicts: ConflictBook,
  known: KnownNames,
): JoinReceipts {
  const keyOf = (firm: number): string => wordAt(keys, firm);
  return {
    repeated: repeatedKeys(placed, keyOf),
    severalNames: severalNames(placed, keyOf, conflicts, known),
    severalKeys: severalKeys(placed, codes, keyOf),
    totals: placed.flatMap(({ part }) => totalRows(part)),
  };
}

export const NO_RECEIPTS: JoinReceipts = {
  repeated: { count: 0, listed: [] },
  severalNames: { count: 0, listed: [] },
  severalKeys: { count: 0, listed: [] },
  totals: [],
};

function repeatedKeys(placed: readonly Placed[], keyOf: (firm: number) => string): JoinReceipts['repeated'] {
  const all = placed.flatMap(({ part, repeated }) => repeated.map((one) => ({ part, ...one })));
  return {
    count: all.length,
    listed: all.slice(0, LISTED).map(({ part: { file }, firm, year, rows }) => ({
      source: file.source,
      firm: keyOf(firm),
      year,
      lines: rows.map((row) => file.lines[row]!),
    })),
  };
}

/** Names that differ between sources are conflicts of `firm_name`; inside one source they stand in repeated rows. */
function severalNames(
  placed: readonly Placed[],
  keyOf: (firm: number) => string,
  conflicts: ConflictBook,
  known: KnownNames,
): Counted<Names> {
  const inside = placed.flatMap(({ part, repeated }) =>
    repeated.flatMap(({ firm, year, rows }): Names[] => {
      const names = rows.flatMap((row) => {
        const name = nameAt(part, row);
        return name === null ? [] : [{ source: part.file.source, line: part.file.lines[row]!, name }];
      });
      const said = names.map(({ name }) => name);
      return known.isOne(firm, said) ? [] : [{ firm: keyOf(firm), year, names }];
    }),
  );
  const { before, count } = conflicts.placeOf('firm_name');
  const between = conflicts
    .page(before, Math.min(count, LISTED - Math.min(LISTED, inside.length)))
    .map(({ firm, year, says }): Names => ({ firm, year, names: says.map(({ source, line, value }) => ({ source, line, name: value })) }));
  return { count: inside.length + count, listed: [...inside.slice(0, LISTED), ...between] };
}

/** One name under several keys in one source and year. Two passes: names of which more than one firm was ever seen, then their years. */
function severalKeys(
  placed: readonly Placed[],
  codes: readonly Int32Array[],
  keyOf: (firm: number) => string,
): JoinReceipts['severalKeys'] {
  const listed: JoinReceipts['severalKeys']['listed'][number][] = [];
  let count = 0;
  placed.forEach(({ part, fates }, at) => {
    const { name, year, recipe, file } = part;
    if (!name || part.keyField === 'firm_name') return;
    const own = codes[at]!;
    const shared = sharedNames(name.codes, name.reasons, own, name.words.ends.length);
    if (!shared.includes(1)) return;
    const groups = new Map<string, Set<number>>();
    for (let row = 0; row < fates.length; row++) {
      if (own[row]! < 0 || name.reasons[row] !== 0 || shared[name.codes[row]!] === 0) continue;
      const its = year ? (year.reasons[row] === 0 ? year.values[row]! : null) : (recipe.year ?? part.wide[0] ?? null);
      if (its === null) continue;
      const group = `${name.codes[row]!} ${its}`;
      groups.set(group, (groups.get(group) ?? new Set()).add(own[row]!));
    }
    const names = listWords(name.words);
    for (const [group, firms] of groups) {
      if (firms.size < 2) continue;
      count++;
      const [code, its] = group.split(' ').map(Number);
      if (listed.length < LISTED) listed.push({ source: file.source, year: its!, name: names[code!]!, keys: [...firms].map(keyOf) });
    }
  });
  return { count, listed };
}

/** 1 by name code where more than one firm bears it in some year. */
function sharedNames(names: Int32Array, reasons: Uint8Array, firms: Int32Array, words: number): Uint8Array {
  const first = new Int32Array(words).fill(-1);
  const shared = new Uint8Array(words);
  for (let row = 0; row < names.length; row++) {
    const firm = firms[row]!;
    if (firm < 0 || reasons[row] !== 0) continue;
    const name = names[row]!;
    if (first[name] === -1) first[name] = firm;
    else if (first[name] !== firm) shared[name] = 1;
  }
  return shared;
}

function totalRows({ file }: Part): JoinReceipts['totals'] {
  const { reasons, lines, total, source } = file.ledger;
  const found: number[] = [];
  let count = 0;
  for (let at = 0; at < total; at++) {
    if (reasons[at] !== LEDGER.total_row) continue;
    if (count++ < LISTED) found.push(lines[at]!);
  }
  return count === 0 ? [] : [{ source, count, lines: found }];
}
