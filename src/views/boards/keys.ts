/** Where a key moves the active cell of the grid; null when the key is none of the grid's. Rows and columns count from 0 and stay inside. */
export function moveCell(
  key: string,
  withControl: boolean,
  from: { readonly row: number; readonly column: number },
  size: { readonly rows: number; readonly columns: number; readonly screen: number },
): { row: number; column: number } | null {
  const { row, column } = from;
  const last = { row: Math.max(0, size.rows - 1), column: Math.max(0, size.columns - 1) };
  const within = (value: number, most: number): number => Math.max(0, Math.min(value, most));
  switch (key) {
    case 'ArrowDown':
      return { row: within(row + 1, last.row), column };
    case 'ArrowUp':
      return { row: within(row - 1, last.row), column };
    case 'ArrowRight':
      return { row, column: within(column + 1, last.column) };
    case 'ArrowLeft':
      return { row, column: within(column - 1, last.column) };
    case 'PageDown':
      return { row: within(row + size.screen, last.row), column };
    case 'PageUp':
      return { row: within(row - size.screen, last.row), column };
    case 'Home':
      return withControl ? { row: 0, column } : { row, column: 0 };
    case 'End':
      return withControl ? { row: last.row, column } : { row, column: last.column };
    default:
      return null;
  }
}
