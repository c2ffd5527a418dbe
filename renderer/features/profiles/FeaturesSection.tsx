import { Fragment } from 'react'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { CertificateField } from './CertificateField.tsx'
import { FieldGroup, FlagMemberField, TextMemberField } from './fields.tsx'
import {
  CERTIFICATE_MEMBERS,
  LOCALE_MEMBERS,
  OTHER_MEMBERS,
  SETUP_MEMBERS,
  SUPERVISION_MEMBERS,
  TEXT_MEMBERS,
} from './sections.ts'
import { beginAsking } from './server-actions.ts'
import { ServerCheck } from './ServerCheck.tsx'
import { ServerDialog } from './ServerDialog.tsx'
import type { SectionProps } from './use-editing.ts'

/** What Apple is told of the management, in the order of the console's page. */
export function FeaturesSection(props: SectionProps) {
  const words = text().profiles.apple
  return (
    <>
      <FieldGroup title={words.general} description={words.generalHint}>
        {TEXT_MEMBERS.map((member) => (
          <TextMemberField key={member} {...props} member={member} />
        ))}
        <div>
          <Button icon="download" onPress={() => beginAsking(props.store)}>
            {text().profiles.server.begin}
          </Button>
        </div>
      </FieldGroup>
      <FieldGroup title={words.supervision}>
        {SUPERVISION_MEMBERS.map((member) => (
          <FlagMemberField key={member} {...props} member={member} />
        ))}
      </FieldGroup>
      <FieldGroup title={words.setup}>
        {SETUP_MEMBERS.map((member) => (
          <FlagMemberField key={member} {...props} member={member} />
        ))}
        {LOCALE_MEMBERS.map((member) => (
          <TextMemberField key={member} {...props} member={member} />
        ))}
      </FieldGroup>
      <FieldGroup title={words.certificates}>
        {CERTIFICATE_MEMBERS.map((member) => (
          <Fragment key={member}>
            <CertificateField {...props} member={member} />
            {member === 'anchor_certs' && <ServerCheck {...props} />}
          </Fragment>
        ))}
      </FieldGroup>
      <FieldGroup title={words.other}>
        {OTHER_MEMBERS.map((member) => (
          <FlagMemberField key={member} {...props} member={member} />
        ))}
      </FieldGroup>
      <ServerDialog store={props.store} />
    </>
  )
}
