import { ADMIN_PASSWORDS, PRIMARY_ACCOUNTS } from '../../../shared/model/profile.ts'
import { text } from '../../lib/text.ts'
import { Link } from '../../ui/Link.tsx'
import { ConsoleChoice, ConsoleSwitch, ConsoleText } from './console-fields.tsx'
import { ConsoleAdviceList, useConsoleAdvice } from './ConsoleAdviceList.tsx'
import { editConsole, showSection } from './draft-actions.ts'
import { FieldGroup } from './fields.tsx'
import styles from './Profiles.module.css'
import type { SectionProps } from './use-editing.ts'

/** Apple has no keys for accounts: noted for the console, with what they depend on. */
export function AccountsSection(props: SectionProps) {
  return (
    <>
      <PrimaryAccount {...props} />
      <AdminAccount {...props} />
    </>
  )
}

function PrimaryAccount(props: SectionProps) {
  const words = text().profiles.console
  const { primaryAccount } = props.opened.draft.console
  const yesNo = { on: words.yes, off: words.no }
  return (
    <FieldGroup title={words.primary} description={text().profiles.accounts.why} isConsole>
      <ConsoleChoice
        label={words.primaryAccount}
        hint={words.primaryAccountHint}
        values={PRIMARY_ACCOUNTS}
        names={words.primaryAccounts}
        value={primaryAccount}
        onChange={(picked) => editConsole(props.store, { primaryAccount: picked })}
      />
      {primaryAccount !== 'skipped' && (
        <>
          <ConsoleSwitch {...props} setting="primaryFilled" label={words.primaryFilled} names={yesNo} />
          <ConsoleSwitch {...props} setting="primaryEditable" label={words.primaryEditable} names={yesNo} />
        </>
      )}
    </FieldGroup>
  )
}

function AdminAccount(props: SectionProps) {
  const advice = useConsoleAdvice(props, 'accounts')
  const words = text().profiles.console
  const { accounts } = text().profiles
  const { adminAccount, adminPassword } = props.opened.draft.console
  const yesNo = { on: words.yes, off: words.no }
  return (
    <FieldGroup title={words.admin} isConsole>
      <ConsoleSwitch {...props} setting="adminAccount" label={words.adminAccount} names={yesNo} />
      {adminAccount === true && (
        <>
          <ConsoleText {...props} setting="adminUser" label={words.adminUser} />
          <ConsoleText {...props} setting="adminFullName" label={words.adminFullName} />
          <ConsoleChoice
            label={words.adminPassword}
            hint={words.adminPasswordHint}
            values={ADMIN_PASSWORDS}
            names={words.adminPasswords}
            value={adminPassword}
            onChange={(picked) => editConsole(props.store, { adminPassword: picked })}
          />
          <ConsoleSwitch {...props} setting="adminHidden" label={words.adminHidden} names={yesNo} />
        </>
      )}
      <ConsoleAdviceList advice={advice} />
      <p className={styles.hint}>
        {props.body['await_device_configured'] === true && <>{accounts.waiting} </>}
        <Link onPress={() => showSection(props.store, 'features')}>{accounts.change}</Link>
      </p>
    </FieldGroup>
  )
}
