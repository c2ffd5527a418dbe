/** Reports that can be written as CSV today. */
export const REPORTS = [{ name: 'lifecycle', title: 'every device with all dimensions of its lifecycle' }] as const

export type ReportName = (typeof REPORTS)[number]['name']
