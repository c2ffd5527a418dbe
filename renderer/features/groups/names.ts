import { text } from '../../lib/text.ts'
import type { TreeIndex } from './tree-index.ts'

export type NameQuestion = {
  readonly parent: string | null
  readonly name: string
  /** The group that has the name already and may keep it. */
  readonly except: string | null
}

/** Why a name cannot be given there, in words; null when nothing is against it. The core has the last word. */
export function nameProblem({ byPath, roots }: TreeIndex, { parent, name, except }: NameQuestion): string | null {
  const { ask } = text().groups
  const wanted = name.trim().toLocaleLowerCase()
  if (wanted.includes('/')) return ask.nameSlash
  const siblings = parent === null ? roots : (byPath.get(parent)?.children ?? [])
  const isTaken = siblings.some((path) => path !== except && byPath.get(path)?.name.toLocaleLowerCase() === wanted)
  return isTaken ? ask.nameTaken : null
}
