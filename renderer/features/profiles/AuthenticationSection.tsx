import { OWNERSHIPS, STAGING_MODES, type ConsoleSettings } from '../../../shared/model/profile.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { ComboField } from '../../ui/ComboField.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { RadioLine } from '../../ui/RadioLine.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { editConsole } from './draft-actions.ts'
import { FieldGroup, TextMemberField } from './fields.tsx'
import styles from './Profiles.module.css'
import type { SectionProps } from './use-editing.ts'

const MAX_TEXT = 200

export function AuthenticationSection(props: SectionProps) {
  const words = text().profiles.apple
  return (
    <>
      <ConsoleFields {...props} />
      <FieldGroup title={words.signIn} description={words.signInHint}>
        <TextMemberField {...props} member="configuration_web_url" />
      </FieldGroup>
    </>
  )
}

/** Apple has no keys for these: marked as what they are. */
function ConsoleFields({ store, opened }: SectionProps) {
  const groups = useStore(store, (state) => state.groupPaths)
  const words = text().profiles.console
  const settings = opened.draft.console
  const set = (part: Partial<ConsoleSettings>) => editConsole(store, part)
  const choices = <V extends string>(values: readonly V[], names: Readonly<Record<V, string>>) => [
    { value: 'unset' as const, text: words.unset },
    ...values.map((value) => ({ value, text: names[value] })),
  ]
  const said = settings.authentication
  return (
    <FieldGroup title={words.title} description={words.description} isConsole>
      <div className={styles.field}>
        <RadioLine
          label={words.authentication}
          options={[
            { value: 'unset', text: words.unset },
            { value: 'on', text: words.on },
            { value: 'off', text: words.off },
          ]}
          value={said === null ? 'unset' : said ? 'on' : 'off'}
          onChange={(picked) => set({ authentication: picked === 'unset' ? null : picked === 'on' })}
        />
        <p className={styles.hint}>{words.authenticationHint}</p>
      </div>
      <RadioLine
        label={words.ownership}
        options={choices(OWNERSHIPS, words.ownerships)}
        value={settings.ownership ?? 'unset'}
        onChange={(picked) => set({ ownership: picked === 'unset' ? null : picked })}
      />
      <ComboField
        label={words.deviceGroup}
        options={groups.map((value) => ({ value }))}
        value={settings.deviceGroup ?? ''}
        onChange={(typed) => set({ deviceGroup: typed === '' ? null : typed })}
        description={words.deviceGroupHint}
        allowsOther
      />
      <RadioLine
        label={words.stagingMode}
        options={choices(STAGING_MODES, words.stagingModes)}
        value={settings.stagingMode ?? 'unset'}
        onChange={(picked) => set({ stagingMode: picked === 'unset' ? null : picked })}
      />
      <TextField
        label={words.stagingUser}
        value={settings.stagingUser ?? ''}
        onChange={(typed) => set({ stagingUser: typed === '' ? null : typed })}
        maxLength={MAX_TEXT}
      />
      <TextField
        label={words.customPrompt}
        value={settings.customPrompt ?? ''}
        onChange={(typed) => set({ customPrompt: typed === '' ? null : typed })}
        description={words.customPromptHint}
        maxLength={MAX_TEXT}
      />
      <ConsoleAdvice settings={settings} />
    </FieldGroup>
  )
}

/** Recommendations of the product's console for what Apple does not see. */
function ConsoleAdvice({ settings }: { readonly settings: ConsoleSettings }) {
  const words = text().profiles.console.advice
  const isOff = settings.authentication === false
  const said = [
    isOff && settings.stagingUser === null ? words.stagingUser : null,
    isOff ? words.stagingMode : null,
    settings.authentication !== null && settings.deviceGroup === null ? words.deviceGroup : null,
    isOff && settings.customPrompt !== null ? words.unusedPrompt : null,
  ].filter((line) => line !== null)
  if (said.length === 0) return null
  return (
    <ul className={styles.findings}>
      {said.map((line) => (
        <li key={line} className={styles.finding}>
          <Icon name="info" size="small" />
          <span>{line}</span>
        </li>
      ))}
    </ul>
  )
}
