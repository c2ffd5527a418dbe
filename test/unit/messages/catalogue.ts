/** One message of a catalogue: where it is, what it says, and how many facts it needs (-1 for a plain text). */
export type Leaf = { readonly path: readonly string[]; readonly value: unknown; readonly arity: number }

export type Source = { readonly file: string; readonly text: string }

/** A source and every word in it, so that most of thousands of questions need no search. */
export type IndexedSource = Source & { readonly words: ReadonlySet<string> }

export function leavesOf(catalogue: object, path: readonly string[] = []): readonly Leaf[] {
  return Object.entries(catalogue)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, value]: [string, unknown]) => {
      const here = [...path, key]
      if (typeof value === 'object' && value !== null) return leavesOf(value, here)
      return [{ path: here, value, arity: typeof value === 'function' ? value.length : -1 }]
    })
}

export function indexSources(sources: readonly Source[]): readonly IndexedSource[] {
  return sources.map((source) => ({ ...source, words: new Set(source.text.split(/[^\w$-]+/)) }))
}

/**
 * Messages that are said nowhere. One is said where its own name stands in a file that opens its area (`text().sync`),
 * or where a group around it is used as a whole (`.phases[phase]`). An area that is handed on (`words={text().ui}`) may
 * be read anywhere. Names, not types, are compared: what passes may still be unused, what is told is.
 */
export function unusedMessages(leaves: readonly Leaf[], sources: readonly IndexedSource[]): readonly string[] {
  const areas = [...new Set(leaves.map(({ path }) => path[0] ?? ''))]
  return areas.flatMap((area) => {
    if (sources.some(({ text }) => new RegExp(`text\\(\\)\\.${area}\\s*\\[`).test(text))) return []
    const readers = readersOf(area, sources)
    const unused = leaves.filter(({ path }) => path[0] === area && !isSaid(path.slice(1), readers))
    return unused.map(({ path }) => path.join('.'))
  })
}

function readersOf(area: string, sources: readonly IndexedSource[]): readonly IndexedSource[] {
  const isHandedOn = sources.some(({ text }) => new RegExp(`text\\(\\)\\.${area}\\s*[,)}]`).test(text))
  return isHandedOn ? sources : sources.filter(({ text }) => opens(area).test(text))
}

function isSaid(path: readonly string[], readers: readonly IndexedSource[]): boolean {
  const own = path.at(-1) ?? ''
  return readers.some(
    ({ words, text }) =>
      words.has(own) || path.slice(0, -1).some((group) => words.has(group) && usedWhole(group).test(text)),
  )
}

/** `text().sync`, `Messages['sync']` or `const { sync, time } = text()`. */
function opens(area: string): RegExp {
  const destructured = `\\{[^{}]*(?<![\\w$])${area}(?![\\w$])[^{}]*\\} = (text|messagesIn)\\(`
  return new RegExp(`\\.${area}(?![\\w$])|\\['${area}'\\]|${destructured}`)
}

/** The group itself, not one of its members. */
function usedWhole(group: string): RegExp {
  return new RegExp(`(?<![\\w$-])${group}(?![\\w$-]|\\s*\\??\\.\\s*[A-Za-z]|\\s*:)`)
}
