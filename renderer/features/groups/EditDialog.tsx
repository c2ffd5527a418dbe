import { useState } from 'react'
import { text } from '../../lib/text.ts'
import type { AskDialogProps } from './AskDialogs.tsx'
import { AskForm } from './AskForm.tsx'
import { GroupIdField } from './GroupIdField.tsx'
import { TypeField } from './TypeField.tsx'

export function EditDialog({ group, onClose, onPreview }: AskDialogProps) {
  const [type, setType] = useState(group.type)
  const [groupId, setGroupId] = useState(group.groupId ?? '')
  const { ask } = text().groups
  const nextId = groupId.trim() === '' ? null : groupId.trim()
  const changes = {
    ...(type.trim() === group.type ? {} : { type: type.trim() }),
    ...(nextId === group.groupId ? {} : { groupId: nextId }),
  }
  const isComplete = type.trim() !== '' && Object.keys(changes).length > 0
  const next = () => onPreview({ kind: 'edit', group: group.path, ...changes })
  return (
    <AskForm title={ask.editTitle(group.name)} onClose={onClose} onNext={isComplete ? next : null}>
      <TypeField value={type} onChange={setType} />
      <GroupIdField value={groupId} onChange={setGroupId} autoFocus />
    </AskForm>
  )
}
