import { wordAt, type Column } from '../../scoring/column';
import type { Panel } from '../../scoring/panel';
import type { FieldEntry } from '../model/recipe';
import type { WrittenColumn } from './written-column';

/** A panel as columns to write: key, name and year, then a column a field, named by its id, in stored units; kind, unit and names of each field in its metadata. */
export function panelColumns(panel: Panel, fields: readonly FieldEntry[]): WrittenColumn[] {
  const entries = new Map(fields.map((entry) => [entry.id, entry]));
  const present = new Uint8Array(panel.rows);
  const columns: WrittenColumn[] = [
    {
      name: keyField(panel),
      column: { kind: 'text', codes: panel.firm, words: panel.firmKeys, reasons: present },
      metadata: new Map([['kind', 'code']]),
    },
    { name: 'firm_name', column: panel.name, metadata: new Map([['kind', 'text']]) },
    {
      name: 'year',
      as: 'int32',
      column: { kind: 'number', values: Float64Array.from(panel.year), reasons: present },
      metadata: new Map([['kind', 'year']]),
    },
  ];
  for (const [id, column] of panel.fields) columns.push(fieldColumn(id, column, entries.get(id)));
  return columns;
}

/** What a panel's file says of itself. */
export function panelFacts(panel: Panel): ReadonlyMap<string, string> {
  return new Map([
    ['made_by', 'miaopu'],
    ['currency', panel.currency],
  ]);
}

/** Keys that look like credit codes are named so; a panel with a field `firm_id` of its own was keyed by credit codes. */
function keyField({ fields, firmKeys }: Panel): 'uscc' | 'firm_id' {
  if (fields.has('firm_id')) return 'uscc';
  return firmKeys.ends.length > 0 && /^[0-9A-HJ-NP-RTUWXY]{18}$/.test(wordAt(firmKeys, 0)) ? 'uscc' : 'firm_id';
}

function fieldColumn(id: string, column: Column, entry: FieldEntry | undefined): WrittenColumn {
  const kind = entry?.kind ?? (column.kind === 'truth' ? 'flag' : column.kind);
  const metadata = new Map<string, string>([['kind', kind]]);
  // Stored money counts single units of the currency, which the file names once.
  if (kind === 'money') metadata.set('unit', '元');
  else if (entry?.unit) metadata.set('unit', entry.unit);
  if (entry) metadata.set('zh', entry.zh).set('en', entry.en);
  const whole =
    kind === 'date' && column.kind === 'number' && column.values.every((value) => Number.isNaN(value) || Number.isInteger(value));
  return { name: id, column, metadata, ...(whole ? { as: 'date' as const } : {}) };
}
