/** An integer of 16 digits or more outside of quotes: it may not fit a JavaScript number. */
const MAY_HAVE_BIG_NUMBER = /[:[,]\s*-?\d{16}/

/**
 * `JSON.parse`, but integers that a number cannot hold exactly become their digits as text: ids must arrive unchanged.
 * Throws `SyntaxError`.
 */
export function parseJson(text: string): unknown {
  return MAY_HAVE_BIG_NUMBER.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text)
}

// The third argument is not in TypeScript's library yet (ECMAScript proposal "JSON.parse source text access").
function keepDigits(_name: string, value: unknown, context?: { readonly source?: string }): unknown {
  const isInexact = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
  return isInexact && /^-?\d+$/.test(context?.source ?? '') ? context?.source : value
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
