import type { Panel } from '../../scoring/panel';
import type { FactRows, JoinFacts } from '../../scoring/quality/context';
import type { Delivery } from '../../scoring/quality/delivery';
import { rowsOfKeys, type FirmYear } from '../../scoring/quality/rows-of-keys';
import { foldName } from '../ingest/match/fold-name';
import type { BuiltPanel } from '../ingest/panel';
import { OPEN } from '../ingest/panel/conflicts';
import type { OriginPart } from '../ingest/panel/origins';

type Facts = ReadonlyMap<string, string>;

/** What joining met, in rows of the panel, for the rules that look at more than the panel. A conflict somebody decided is no doubt any more. */
export function joinFacts(panel: Panel, { receipts, conflicts, origins }: BuiltPanel): JoinFacts {
  return {
    names: factRows(
      panel,
      receipts.severalNames.listed,
      receipts.severalNames.count,
      ({ names }) => new Set(names.map(({ name }) => foldName(name))).size,
    ),
    duplicates: factRows(panel, receipts.repeated.listed, receipts.repeated.count, ({ lines }) => lines.length),
    totals: receipts.totals.reduce((sum, { count }) => sum + count, 0),
    conflicts: conflicts.fields.map(({ field, rows, decided }) => ({
      field,
      rows: rows.filter((_, at) => decided[at] === OPEN),
      lines: 0,
    })),
    deliveries: deliveriesOf(panel, origins.parts, new Map()),
  };
}

/** Which rows each source of firm-years brought, and when. `received`: source → ISO day. */
export function deliveriesOf(panel: Panel, parts: readonly OriginPart[], received: Facts): readonly Delivery[] {
  return parts
    .filter(({ is }) => is === 'rows')
    .map((part) => ({
      source: part.file.source,
      rows: rowsOf(part, panel.rows),
      fields: [...new Set(part.taken.map(({ field }) => field))].filter((field) => panel.fields.has(field)),
      day: received.get(part.file.source) || null,
    }));
}

function rowsOf({ way }: OriginPart, rows: number): Int32Array {
  const all = new Int32Array(rows);
  let size = 0;
  for (let row = 0; row < rows; row++) if (!way || way.starts[row + 1]! > way.starts[row]!) all[size++] = row;
  return all.slice(0, size);
}

/** Firm-years beyond those listed, and those that never reached the panel, are counted as lines. */
function factRows<Met extends FirmYear>(panel: Panel, listed: readonly Met[], total: number, measureOf: (met: Met) => number): FactRows {
  const places = listed.length === 0 ? new Int32Array(0) : rowsOfKeys(panel, listed);
  const at = [...places.keys()].filter((index) => places[index]! >= 0);
  return {
    rows: Int32Array.from(at, (index) => places[index]!),
    measure: Float64Array.from(at, (index) => measureOf(listed[index]!)),
    lines: total - at.length,
  };
}
