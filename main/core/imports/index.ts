export { guessColumns, type GuessedTable } from './guess-columns.ts'
export { openTable, readTable, type Chunks, type Table, type TableHead, type TableOptions } from './read-table.ts'
export { readSerial, type ReadSerial } from './repair-serial.ts'
export { kept, type TableRow, type TableRows } from './table-rows.ts'
