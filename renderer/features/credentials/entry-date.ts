/** Noon of that day here, so that it is the same day in most zones; null where the text is no day. */
export function readDay(text: string): number | null {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim())
  if (!match) return null
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number] // three groups of digits
  const date = new Date(year, month - 1, day, 12)
  const isThatDay = date.getFullYear() === year && date.getMonth() === month - 1 && date.getDate() === day
  return isThatDay && year >= 2001 && year < 2200 ? date.getTime() : null
}

export function writeDay(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
