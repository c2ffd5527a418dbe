import { useMemo, useState } from 'react'
import { text } from '../../lib/text.ts'
import { PickList } from '../../ui/PickList.tsx'
import type { AskDialogProps } from './AskDialogs.tsx'
import { AskForm } from './AskForm.tsx'
import { moveTargets } from './move-targets.ts'

/** Moving without a pointer: the new parent is searched and picked. */
export function MoveDialog({ group, index, onClose, onPreview }: AskDialogProps) {
  const [search, setSearch] = useState('')
  const [picked, setPicked] = useState<string | null>(null)
  const { items, further } = useMemo(() => moveTargets(index, group.path, search), [index, group.path, search])
  const { ask } = text().groups
  const next = () => picked !== null && onPreview({ kind: 'move', group: group.path, to: picked })
  return (
    <AskForm title={ask.moveTitle(group.name)} onClose={onClose} onNext={picked === null ? null : next}>
      <PickList
        label={ask.moveTo}
        searchLabel={ask.moveSearch}
        items={items}
        search={search}
        onSearch={setSearch}
        picked={picked}
        onPick={setPicked}
        emptyText={ask.moveNone}
        {...(further > 0 ? { footer: ask.moveMore(further) } : {})}
      />
    </AskForm>
  )
}
