import { useState } from 'react'
import { text } from '../../lib/text.ts'
import { TextField } from '../../ui/TextField.tsx'
import type { AskDialogProps } from './AskDialogs.tsx'
import { AskForm } from './AskForm.tsx'
import { nameProblem } from './names.ts'

export function RenameDialog({ group, index, onClose, onPreview }: AskDialogProps) {
  const [name, setName] = useState(group.name)
  const { ask } = text().groups
  const problem = nameProblem(index, { parent: group.parent, name, except: group.path })
  const isComplete = name.trim() !== '' && name.trim() !== group.name && problem === null
  const next = () => onPreview({ kind: 'rename', group: group.path, name: name.trim() })
  return (
    <AskForm title={ask.renameTitle(group.name)} onClose={onClose} onNext={isComplete ? next : null}>
      <TextField label={ask.name} value={name} onChange={setName} error={problem ?? ''} maxLength={100} autoFocus />
    </AskForm>
  )
}
