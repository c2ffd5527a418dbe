import type { ConsoleSettings } from '../../../shared/model/profile.ts'
import { text } from '../../lib/text.ts'
import { RadioLine } from '../../ui/RadioLine.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { editConsole } from './draft-actions.ts'
import styles from './Profiles.module.css'
import type { SectionProps } from './use-editing.ts'

const MAX_TEXT = 200

type KeysOf<V> = { [K in keyof ConsoleSettings]: V extends ConsoleSettings[K] ? K : never }[keyof ConsoleSettings]

type Props<K> = Pick<SectionProps, 'store' | 'opened'> & {
  readonly setting: K
  readonly label: string
  readonly hint?: string
}

type ChoiceProps<V extends string> = Pick<Props<never>, 'label' | 'hint'> & {
  readonly values: readonly V[]
  readonly names: Readonly<Record<V, string>>
  readonly value: V | null
  readonly onChange: (value: V | null) => void
}

/** A few words of the console, or that nobody has noted which. */
export function ConsoleChoice<V extends string>({ label, hint, values, names, value, onChange }: ChoiceProps<V>) {
  return (
    <div className={styles.field}>
      <RadioLine<V | 'unset'>
        label={label}
        options={[
          { value: 'unset', text: text().profiles.console.unset },
          ...values.map((one) => ({ value: one, text: names[one] })),
        ]}
        value={value ?? 'unset'}
        onChange={(picked) => onChange(picked === 'unset' ? null : picked)}
      />
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
    </div>
  )
}

const SWITCH = ['on', 'off'] as const

/** On, off, or not noted; `names` where yes and no say it better. */
export function ConsoleSwitch({
  store,
  opened,
  setting,
  names,
  ...rest
}: Props<KeysOf<boolean>> & { readonly names: Readonly<Record<(typeof SWITCH)[number], string>> }) {
  const value = opened.draft.console[setting]
  return (
    <ConsoleChoice
      {...rest}
      values={SWITCH}
      names={names}
      value={value === null ? null : value ? 'on' : 'off'}
      onChange={(picked) => editConsole(store, { [setting]: picked === null ? null : picked === 'on' })}
    />
  )
}

export function ConsoleText({ store, opened, setting, label, hint }: Props<TextSetting>) {
  return (
    <TextField
      label={label}
      value={opened.draft.console[setting] ?? ''}
      onChange={(typed) => editConsole(store, { [setting]: typed === '' ? null : typed })}
      maxLength={MAX_TEXT}
      {...(hint !== undefined && { description: hint })}
    />
  )
}

type TextSetting = 'stagingUser' | 'customPrompt' | 'adminUser' | 'adminFullName'
