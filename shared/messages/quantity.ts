/** "1 device", "1,204 devices", in the numbers of one language. What was rounded to -0 is 0. */
export function createQuantity(locale: string) {
  const numbers = new Intl.NumberFormat(locale)
  return (count: number, one: string, many: string): string =>
    `${numbers.format(count + 0)} ${count === 1 ? one : many}`
}
