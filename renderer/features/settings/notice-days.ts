const MOST = 10
const FARTHEST = 365

/** "60, 30, 7" as numbers; null when it cannot be meant. */
export function readDays(text: string): readonly number[] | null {
  const parts = text.split(/[\s,;]+/).filter(Boolean)
  const days = parts.map(Number)
  const isRight = days.every((day) => Number.isInteger(day) && day >= 1 && day <= FARTHEST)
  return isRight && days.length >= 1 && days.length <= MOST ? days : null
}

export function writeDays(days: readonly number[]): string {
  return days.join(', ')
}
