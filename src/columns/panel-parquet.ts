import type { Panel } from '../../scoring/panel';
import type { FieldEntry } from '../model/recipe';
import { panelColumns, panelFacts } from './panel-columns';
import { writeParquet } from './parquet-write';

/** A panel as a Parquet file for other tools, and for opening again: what `panelArrow` writes, sets as texts parted by `；`. Reasons do not travel. */
export function panelParquet(panel: Panel, fields: readonly FieldEntry[] = []): Uint8Array {
  return writeParquet(panel.rows, panelColumns(panel, fields), panelFacts(panel));
}
