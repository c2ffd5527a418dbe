import type { TextReading } from '../../../shared/model/diagnosis.ts'
import { book, diagnosisWords } from './words.ts'

export type Problem = { readonly tree: string; readonly title: string; readonly symptom: string }

/** Problems in the words of administrators, in the order people are likely to need them. */
export function allProblems(): readonly Problem[] {
  const { trees } = diagnosisWords()
  return book().STARTS.map(({ name }) => ({
    tree: name,
    title: trees[name]?.title ?? name,
    symptom: trees[name]?.symptom ?? '',
  }))
}

/** Every word must occur in what the problem is called, how it looks, or what its tree asks. */
export function findProblems(search: string): readonly Problem[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return allProblems()
  const { trees } = diagnosisWords()
  const hits = allProblems().map((problem) => {
    const said = `${problem.title} ${problem.symptom} ${problem.tree}`.toLowerCase()
    const asked = Object.values(trees[problem.tree]?.nodes ?? {})
      .map(({ question }) => question)
      .join(' ')
      .toLowerCase()
    const rank = words.every((word) => said.includes(word))
      ? 2
      : words.every((word) => said.includes(word) || asked.includes(word))
        ? 1
        : 0
    return { problem, rank }
  })
  return hits
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ problem }) => problem)
}

/** A message rather than a few words to search for: it has a code in it, or it is long. */
export function looksPasted(text: string): boolean {
  return text.trim().length >= 24 || /\d{3,}|ErrorDomain|[A-Z]+_[A-Z]+/.test(text)
}

/** The trees a pasted text speaks for, the best first. */
export function problemsOf(reading: TextReading | null): readonly Problem[] {
  const trees = new Set(reading?.findings.flatMap(({ tree }) => (tree === null ? [] : [tree])) ?? [])
  const known = allProblems()
  return [...trees].flatMap((tree) => known.filter((problem) => problem.tree === tree))
}

/** What was recognised: domain and code with their meaning, or the phrase itself; null where nothing was. */
export function readingText(reading: TextReading | null, language: 'en' | 'de'): string | null {
  const [first] = reading?.findings ?? []
  if (!first) return null
  const name = [first.domain, first.code].filter(Boolean).join(' ') || first.excerpt
  return [name, first.meaning?.[language]].filter(Boolean).join(': ')
}
