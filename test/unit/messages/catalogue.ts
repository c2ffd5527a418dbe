/** One message of a catalogue: where it is, what it says, and how many facts it needs (-1 for a plain text). */
export type Leaf = { readonly path: readonly string[]; readonly value: unknown; readonly arity: number }

export type Source = { readonly file: string; readonly text: string }

export function leavesOf(catalogue: object, path: readonly string[] = []): readonly Leaf[] {
  return Object.entries(catalogue)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, value]: [string, unknown]) => {
      const here = [...path, key]
      if (typeof value === 'object' && value !== null) return leavesOf(value, here)
      return [{ path: here, value, arity: typeof value === 'function' ? value.length : -1 }]
    })
}

/**
 * Whether a message is said: its own name stands in a file that opens its area (`text().sync`), or a group around it
 * is used as a whole there (`.phases[phase]`). An area that is handed on (`words={text().ui}`) may be read anywhere.
 * Names, not types, are compared: what passes may still be unused, what fails is.
 */
export function isUsed([area = '', ...rest]: readonly string[], sources: readonly Source[]): boolean {
  const own = rest.at(-1) ?? ''
  const groups = rest.slice(0, -1)
  const isHandedOn = sources.some(({ text }) => new RegExp(`text\\(\\)\\.${area}\\s*[,)}]`).test(text))
  const readers = isHandedOn ? sources : sources.filter(({ text }) => opens(area).test(text))
  return readers.some(({ text }) => named(own).test(text) || groups.some((group) => usedWhole(group).test(text)))
}

/** `text().sync`, `Messages['sync']` or `const { sync, time } = text()`. */
function opens(area: string): RegExp {
  return new RegExp(
    `\\.${area}(?![\\w$])|\\['${area}'\\]|\\{[^{}]*(?<![\\w$])${area}(?![\\w$])[^{}]*\\} = (text|messagesIn)\\(`,
  )
}

function named(name: string): RegExp {
  return new RegExp(`(?<![\\w$-])${name}(?![\\w$-])`)
}

/** The group itself, not one of its members. */
function usedWhole(group: string): RegExp {
  return new RegExp(`(?<![\\w$-])${group}(?![\\w$-]|\\s*\\??\\.\\s*[A-Za-z]|\\s*:)`)
}
