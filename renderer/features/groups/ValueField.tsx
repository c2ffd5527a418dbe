import type { GroupPage } from '../../../shared/model/group.ts'
import { text } from '../../lib/text.ts'
import { ComboField } from '../../ui/ComboField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { NamedToken } from './GroupPanel.tsx'
import styles from './Groups.module.css'
import { scheduleOptions } from './intervals.ts'
import type { PageDraft } from './page-draft.ts'

export type ValueFieldProps = {
  readonly page: GroupPage
  readonly draft: PageDraft
  readonly tokens: readonly NamedToken[]
  readonly onChange: (draft: PageDraft) => void
}

/** The value that is set here, in the way of its page. */
export function ValueField({ page, draft, tokens, onChange }: ValueFieldProps) {
  const { setting } = text().groups
  const change = (value: string) => onChange({ ...draft, value })
  if (page === 'schedule') {
    return (
      <SelectField
        label={setting.interval}
        options={scheduleOptions(draft.value)}
        value={draft.value ?? ''}
        onChange={change}
      />
    )
  }
  if (page === 'default-profile') {
    return (
      <div className={styles.narrow}>
        <TextField
          label={setting.profile}
          description={setting.profileHint}
          value={draft.value ?? ''}
          onChange={change}
          maxLength={200}
        />
      </div>
    )
  }
  return (
    <div className={styles.narrow}>
      <ComboField
        label={setting.token}
        description={tokens.length === 0 ? setting.noTokens : setting.tokenHint}
        options={tokens.map(({ name, group }) => ({ value: name, detail: group }))}
        value={draft.value ?? ''}
        onChange={change}
        isDisabled={tokens.length === 0}
      />
    </div>
  )
}
