import { wordAt, type Column } from '../../scoring/column';
import type { Panel } from '../../scoring/panel';
import type { FieldEntry } from '../model/recipe';
import { writeArrowFile, type ArrowColumn } from './arrow-write';

/**
 * A panel as an Arrow file that opens again as the same panel: a column a field, named by its id, in stored units; kind, unit and names of each field and
 * the currency in the metadata. A missing value is null whatever its reason, so a reason does not survive the way out and back (it becomes `blank`).
 */
export function panelArrow(panel: Panel, fields: readonly FieldEntry[]): Uint8Array {
  const entries = new Map(fields.map((entry) => [entry.id, entry]));
  const present = new Uint8Array(panel.rows);
  const key = keyField(panel);
  const columns: ArrowColumn[] = [
    {
      name: key,
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
  return writeArrowFile(
    panel.rows,
    columns,
    new Map([
      ['made_by', 'miaopu'],
      ['currency', panel.currency],
    ]),
  );
}

/** Keys that look like credit codes are named so; a panel with a field `firm_id` of its own was keyed by credit codes. */
function keyField({ fields, firmKeys }: Panel): 'uscc' | 'firm_id' {
  if (fields.has('firm_id')) return 'uscc';
  return firmKeys.ends.length > 0 && /^[0-9A-HJ-NP-RTUWXY]{18}$/.test(wordAt(firmKeys, 0)) ? 'uscc' : 'firm_id';
}

function fieldColumn(id: string, column: Column, entry: FieldEntry | undefined): ArrowColumn {
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
