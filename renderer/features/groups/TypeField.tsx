import { GROUP_TYPES } from '../../../shared/model/group.ts'
import { text } from '../../lib/text.ts'
import { ComboField } from '../../ui/ComboField.tsx'

const OPTIONS = GROUP_TYPES.map((value) => ({ value }))

/** The type of a group: one the console knows, or a name of one's own. */
export function TypeField({ value, onChange }: { readonly value: string; readonly onChange: (type: string) => void }) {
  const { ask } = text().groups
  return (
    <ComboField
      label={ask.type}
      description={ask.typeHint}
      options={OPTIONS}
      value={value}
      onChange={onChange}
      allowsOther
      maxLength={50}
    />
  )
}
