import type { GroupConflict } from '../../../shared/model/group.ts'
import { evaluateAll } from './conflicts.ts'
import { branchOf, pathOf, tokensAt, type Tree } from './tree.ts'

/**
 * A branch with a token may not be brought below a group that forces its own token on it. Masked before, masked after:
 * that is no reason to refuse.
 */
export function refuseMaskedTokens(before: Tree, after: Tree, branchNo: number): readonly GroupConflict[] {
  const [was, is] = [evaluateAll(before).token, evaluateAll(after).token]
  return branchOf(after, branchNo).flatMap(({ no }): readonly GroupConflict[] => {
    const { forbiddenBy } = is.get(no)!
    if (forbiddenBy === null || tokensAt(after, no).length === 0 || was.get(no)!.forbiddenBy !== null) return []
    return [
      {
        code: 'override-forbidden',
        severity: 'refuse',
        group: pathOf(after, no),
        page: 'token',
        other: pathOf(after, forbiddenBy),
      },
    ]
  })
}
