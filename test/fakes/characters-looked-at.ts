type Method = 'indexOf' | 'includes' | 'startsWith' | 'slice' | 'charCodeAt' | 'replace' | 'trim' | 'trimStart'

/** How far each method of a text goes through it, from what it was given and what it found. */
const COSTS: Readonly<Record<Method, (text: string, given: readonly unknown[], found: unknown) => number>> = {
  indexOf: (text, [, from = 0], found) => (found === -1 ? text.length : Number(found) + 1) - Number(from),
  includes: (text) => text.length,
  startsWith: (_text, [wanted]) => String(wanted).length,
  slice: (_text, _given, found) => String(found).length,
  charCodeAt: () => 1,
  replace: (text) => text.length,
  trim: (text) => text.length,
  trimStart: (text) => text.length,
}

/** Adds up how many characters of texts are looked at while `work` runs: work that no clock has to measure. */
export function charactersLookedAt(work: () => void): number {
  const methods = Object.keys(COSTS) as Method[]
  const prototype = String.prototype as unknown as Record<Method, (...given: unknown[]) => unknown>
  const originals = new Map(methods.map((method) => [method, prototype[method]]))
  let sum = 0
  for (const [method, original] of originals) {
    prototype[method] = function counted(this: string, ...given) {
      const found = original.apply(this, given)
      sum += COSTS[method](this, given, found)
      return found
    }
  }
  try {
    work()
  } finally {
    for (const [method, original] of originals) prototype[method] = original
  }
  return sum
}
