import type { GroupConflict } from '../../../shared/model/group.ts'
import { Notice } from '../../ui/Notice.tsx'
import { conflictWords } from './setting-words.ts'

/** Each conflict in a sentence, with what to do about it. Those that stop a change come first. */
export function ConflictList({ conflicts }: { readonly conflicts: readonly GroupConflict[] }) {
  const sorted = conflicts.toSorted((a, b) => Number(b.severity === 'refuse') - Number(a.severity === 'refuse'))
  return sorted.map((conflict) => {
    const { text, remedy } = conflictWords(conflict)
    return (
      <Notice
        key={`${conflict.code} ${conflict.group} ${conflict.page}`}
        tone={conflict.severity === 'refuse' ? 'bad' : 'warn'}
        title={text}
      >
        <p>{remedy}</p>
      </Notice>
    )
  })
}
