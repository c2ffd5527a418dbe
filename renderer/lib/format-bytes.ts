import { pageLocale } from './format.ts'

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** "4.2 MB", in the page's numbers: decimal units, as file managers show them. */
export function formatBytes(bytes: number, locale = pageLocale()): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const maximumFractionDigits = step === 0 ? 0 : 1
  return new Intl.NumberFormat(locale, { style: 'unit', unit: UNITS[step]!, maximumFractionDigits }).format(
    bytes / 1000 ** step,
  )
}
