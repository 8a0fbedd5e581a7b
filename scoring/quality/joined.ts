import { unpackWords } from '../column';
import type { Panel } from '../panel';
import type { FactRows, JoinFacts } from './context';
import type { Delivery } from './delivery';
import type { Finding } from './format';
import { RowList } from './row-list';

/** What the joining of sources knows, as findings: several names in a year, repeated keys, one district delivered twice, differing values. */
export function findJoined(panel: Panel, { names, duplicates, conflicts, deliveries }: JoinFacts): readonly Finding[] {
  const found = [
    listed(names).finding('two_names', 'two_names', null, names.lines),
    listed(duplicates).finding('duplicate_key', 'duplicate_key', null, duplicates.lines),
    ...deliveredTwice(panel, deliveries),
    ...conflicts.map((one) => listed(one).finding(`conflict:${one.field}`, 'conflict', one.field, one.lines)),
  ];
  return found.filter((one) => one !== null);
}

function listed({ rows, measure }: FactRows): RowList {
  const list = new RowList();
  rows.forEach((row, at) => list.add(row, measure?.[at] ?? NaN));
  return list;
}

/** A file about one district alone has no more than this share of rows elsewhere. */
const ELSEWHERE = 0.1;
/** Fewer rows are a correction of single firms. */
const LEAST = 5;
/** Share of its rows that another source gave before. */
const REPEATED = 0.5;

/**
 * A source about one district, most of whose firm-years a stronger source has given already with some of the same fields: a second delivery.
 * One finding a district; `measure` is how many sources brought the row.
 */
export function deliveredTwice(panel: Panel, deliveries: readonly Delivery[]): readonly Finding[] {
  const district = panel.fields.get('district');
  if (district?.kind !== 'text') return [];
  const lists = new Map<number, RowList>();
  const times = new Uint8Array(panel.rows);
  deliveries.forEach((own, at) => {
    const code = onlyDistrict(own.rows, district.codes);
    if (code < 0) return;
    times.fill(0);
    for (const other of deliveries.slice(0, at)) {
      if (other.fields.some((field) => own.fields.includes(field))) for (const row of other.rows) if (times[row]! < 255) times[row]!++;
    }
    const again = own.rows.filter((row) => times[row]! > 0 && district.codes[row] === code);
    if (again.length < LEAST || again.length < REPEATED * own.rows.length) return;
    const list = lists.get(code) ?? new RowList();
    lists.set(code, list);
    for (const row of again) list.add(row, times[row]! + 1);
  });
  const words = unpackWords(district.words);
  const found = [...lists].map(([code, list]) => list.finding(`duplicate_key:${words[code]}`, 'duplicate_key', null));
  return found.filter((one) => one !== null).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The district nearly all rows are in, −1 where there is none. */
function onlyDistrict(rows: Int32Array, codes: Int32Array): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(codes[row]!, (counts.get(codes[row]!) ?? 0) + 1);
  const [code, count] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [-1, 0]);
  return count >= (1 - ELSEWHERE) * rows.length ? code : -1;
}
