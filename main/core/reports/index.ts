export { writeDeviceReport, type ReportTarget } from './lifecycle.ts'
