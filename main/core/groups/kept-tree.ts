import { readTreeRevision, readTreeRows } from '../../db/group-tree.ts'
import type { ReadDb } from '../../db/open.ts'
import { makeTree, type Tree } from './tree.ts'

type Kept = { readonly revision: number; readonly tree: Tree }

/**
 * The tree in memory: read again only when somebody else has moved it. A change of our own and its undo lead to a tree that
 * is there already, with everything that was worked out for it.
 */
export function keepTree(db: ReadDb) {
  let current: Kept | undefined
  let beforeChange: Kept | undefined

  function now(): Tree {
    const revision = readTreeRevision(db)
    if (current?.revision !== revision) current = { revision, tree: makeTree(readTreeRows(db)) }
    return current.tree
  }

  return {
    /** As it is stored now. */
    now,

    /** After the commit of a change of ours. `revision`: of the store in its transaction, when it was written. */
    changed({ before, after, revision }: { readonly before: Tree; readonly after: Tree; readonly revision: number }) {
      current = { revision, tree: after }
      beforeChange = { revision, tree: before }
    },

    /** After the commit of an undo. `undone`: the revision that the change had led to. */
    undone({
      before,
      undone,
      revision,
    }: {
      readonly before: Tree
      readonly undone: number
      readonly revision: number
    }) {
      if (beforeChange?.revision === undone) current = { revision, tree: withNumbersOf(before, beforeChange.tree) }
      beforeChange = undefined
    },
  }
}

/** Numbers that the change had given stay given. */
function withNumbersOf({ nextNo }: Tree, tree: Tree): Tree {
  return tree.nextNo === nextNo ? tree : { ...tree, nextNo }
}
