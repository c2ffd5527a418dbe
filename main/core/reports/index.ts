export { BYTE_ORDER_MARK, csvText, LINE_END } from './csv.ts'
export { writeDeviceReport, type ReportTarget } from './lifecycle.ts'
