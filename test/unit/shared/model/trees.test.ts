import { expect, test } from 'vitest'
import { remedyFile, treeFile } from '../../../../shared/model/tree.ts'
import { REMEDIES, TREES } from '../../../../shared/model/trees.ts'

test.each(TREES.map((tree) => [tree.name, tree] as const))('the tree %s is as the schema says', (_, tree) => {
  expect(treeFile.parse(tree)).toEqual(tree)
})

test('the remedies are as the schema says', () => {
  expect(remedyFile.parse({ remedies: REMEDIES }).remedies).toEqual(REMEDIES)
})
