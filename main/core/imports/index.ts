export { openTable, readTable, type Chunks, type Table, type TableHead, type TableOptions } from './read-table.ts'
export { kept, type TableRow, type TableRows } from './table-rows.ts'
