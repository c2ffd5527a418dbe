export type Cell = { readonly row: number; readonly column: number }

export type GridSize = { readonly rows: number; readonly columns: number; readonly rowsPerPage: number }

export type KeyPress = { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean }

/** Where a key leads from a cell, as in a spreadsheet; undefined when the key is not one of movement. */
export function moveByKey(cell: Cell, { key, ctrlKey, metaKey }: KeyPress, size: GridSize): Cell | undefined {
  const far = ctrlKey || metaKey
  const { row, column } = cell
  const at = (nextRow: number, nextColumn: number): Cell => ({
    row: Math.min(Math.max(0, nextRow), size.rows - 1),
    column: Math.min(Math.max(0, nextColumn), size.columns - 1),
  })
  switch (key) {
    case 'ArrowDown':
      return at(far ? size.rows : row + 1, column)
    case 'ArrowUp':
      return at(far ? 0 : row - 1, column)
    case 'ArrowRight':
      return at(row, far ? size.columns : column + 1)
    case 'ArrowLeft':
      return at(row, far ? 0 : column - 1)
    case 'PageDown':
      return at(row + size.rowsPerPage, column)
    case 'PageUp':
      return at(row - size.rowsPerPage, column)
    case 'Home':
      return at(far ? 0 : row, 0)
    case 'End':
      return at(far ? size.rows : row, size.columns)
    default:
      return undefined
  }
}
