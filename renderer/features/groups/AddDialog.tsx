import { useState } from 'react'
import { text } from '../../lib/text.ts'
import { TextField } from '../../ui/TextField.tsx'
import type { AskDialogProps } from './AskDialogs.tsx'
import { AskForm } from './AskForm.tsx'
import { nameProblem } from './names.ts'
import { GroupIdField } from './GroupIdField.tsx'
import { TypeField } from './TypeField.tsx'

const USUAL_TYPE = 'Container'

export function AddDialog({ group, index, onClose, onPreview }: AskDialogProps) {
  const [name, setName] = useState('')
  const [type, setType] = useState(USUAL_TYPE)
  const [groupId, setGroupId] = useState('')
  const { ask } = text().groups
  const problem = nameProblem(index, { parent: group.path, name, except: null })
  const isComplete = name.trim() !== '' && problem === null && type.trim() !== ''
  const next = () =>
    onPreview({
      kind: 'add',
      parent: group.path,
      name: name.trim(),
      type: type.trim(),
      ...(groupId.trim() === '' ? {} : { groupId: groupId.trim() }),
    })
  return (
    <AskForm title={ask.addTitle(group.name)} onClose={onClose} onNext={isComplete ? next : null}>
      <TextField label={ask.name} value={name} onChange={setName} error={problem ?? ''} maxLength={100} autoFocus />
      <TypeField value={type} onChange={setType} />
      <GroupIdField value={groupId} onChange={setGroupId} />
    </AskForm>
  )
}
