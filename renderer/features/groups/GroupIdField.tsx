import { text } from '../../lib/text.ts'
import { TextField } from '../../ui/TextField.tsx'

type GroupIdFieldProps = {
  readonly value: string
  readonly onChange: (groupId: string) => void
  readonly autoFocus?: boolean
}

/** What users and profiles name; empty where devices do not enroll. */
export function GroupIdField({ value, onChange, autoFocus = false }: GroupIdFieldProps) {
  const { ask } = text().groups
  return (
    <TextField
      label={ask.groupId}
      description={ask.groupIdHint}
      value={value}
      onChange={onChange}
      maxLength={50}
      autoFocus={autoFocus}
    />
  )
}
