import type { Panel } from '../../scoring/panel';
import type { FieldEntry } from '../model/recipe';
import { writeArrowFile } from './arrow-write';
import { panelColumns, panelFacts } from './panel-columns';

/**
 * A panel as an Arrow file that opens again as the same panel: a column a field, named by its id, in stored units; kind, unit and names of each field and
 * the currency in the metadata. A missing value is null whatever its reason, so a reason does not survive the way out and back (it becomes `blank`).
 */
export function panelArrow(panel: Panel, fields: readonly FieldEntry[]): Uint8Array {
  return writeArrowFile(panel.rows, panelColumns(panel, fields), panelFacts(panel));
}
