import { type NumberColumn, REASON } from '../column';
import type { Panel } from '../panel';
import type { QualityContext } from './context';
import type { Finding } from './format';
import { RowList } from './row-list';

/**
 * Figures below zero in fields that cannot be, one finding a field. What reading refused for that reason is counted with them: it has no value
 * left, so its `measure` is NaN; the ledger has the raw text. Elsewhere `measure` is the figure.
 */
export function findImpossibleSigns(panel: Panel, { signs }: QualityContext): readonly Finding[] {
  return [...panel.fields].flatMap(([field, column]) => {
    if (column.kind !== 'number' || signs.get(field) !== 'nonnegative') return [];
    const finding = impossible(column).finding(`impossible_sign:${field}`, 'impossible_sign', field);
    return finding ? [finding] : [];
  });
}

function impossible({ values, reasons }: NumberColumn): RowList {
  const found = new RowList();
  const refused = REASON.out_of_range;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value < 0) found.add(row, value);
    else if (reasons[row] === refused) found.add(row, NaN);
  }
  return found;
}
