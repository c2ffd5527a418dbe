/** "1 device", "1,204 devices", in the numbers of one language. */
export function createQuantity(locale: string) {
  const numbers = new Intl.NumberFormat(locale)
  return (count: number, one: string, many: string): string => `${numbers.format(count)} ${count === 1 ? one : many}`
}
