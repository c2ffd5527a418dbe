import { OWNERSHIPS, REGISTRATION_POLICIES, STAGING_MODES } from '../../../shared/model/profile.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { ComboField } from '../../ui/ComboField.tsx'
import { ConsoleChoice, ConsoleSwitch, ConsoleText } from './console-fields.tsx'
import { ConsoleAdviceList, useConsoleAdvice } from './ConsoleAdviceList.tsx'
import { editConsole } from './draft-actions.ts'
import { FieldGroup, TextMemberField } from './fields.tsx'
import type { SectionProps } from './use-editing.ts'

export function AuthenticationSection(props: SectionProps) {
  const words = text().profiles.apple
  return (
    <>
      <SignInSettings {...props} />
      <FieldGroup title={words.signIn} description={words.signInHint}>
        <TextMemberField {...props} member="configuration_web_url" />
      </FieldGroup>
    </>
  )
}

/** Apple has no keys for these: marked as what they are. */
function SignInSettings(props: SectionProps) {
  const { store, opened } = props
  const groups = useStore(store, (state) => state.groups)
  const advice = useConsoleAdvice(props, 'sign-in')
  const words = text().profiles.console
  const { ownership, deviceGroup, stagingMode, registration } = opened.draft.console
  return (
    <FieldGroup title={words.title} description={words.description} isConsole>
      <ConsoleSwitch
        {...props}
        setting="authentication"
        label={words.authentication}
        hint={words.authenticationHint}
        names={words}
      />
      <ConsoleChoice
        label={words.ownership}
        values={OWNERSHIPS}
        names={words.ownerships}
        value={ownership}
        onChange={(picked) => editConsole(store, { ownership: picked })}
      />
      <ComboField
        label={words.deviceGroup}
        options={groups.map(({ path }) => ({ value: path }))}
        value={deviceGroup ?? ''}
        onChange={(typed) => editConsole(store, { deviceGroup: typed === '' ? null : typed })}
        description={words.deviceGroupHint}
        allowsOther
      />
      <ConsoleChoice
        label={words.stagingMode}
        values={STAGING_MODES}
        names={words.stagingModes}
        value={stagingMode}
        onChange={(picked) => editConsole(store, { stagingMode: picked })}
      />
      <ConsoleText {...props} setting="stagingUser" label={words.stagingUser} />
      <ConsoleText {...props} setting="customPrompt" label={words.customPrompt} hint={words.customPromptHint} />
      <ConsoleChoice
        label={words.registration}
        hint={words.registrationHint}
        values={REGISTRATION_POLICIES}
        names={words.registrations}
        value={registration}
        onChange={(picked) => editConsole(store, { registration: picked })}
      />
      <ConsoleAdviceList advice={advice} />
    </FieldGroup>
  )
}
