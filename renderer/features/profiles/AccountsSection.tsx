import { text } from '../../lib/text.ts'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { showSection } from './draft-actions.ts'
import { FieldGroup } from './fields.tsx'
import type { SectionProps } from './use-editing.ts'

/** Apple has no keys for accounts: said plainly, with what they depend on. */
export function AccountsSection({ store, body }: SectionProps) {
  const words = text().profiles.accounts
  const waits = body['await_device_configured'] === true
  return (
    <FieldGroup title={words.title}>
      <Notice tone="neutral" title={words.none}>
        <p>{words.why}</p>
        <p>
          {words.needs} {waits ? words.waiting : words.notWaiting}
        </p>
        <p>
          <Link onPress={() => showSection(store, 'features')}>{words.change}</Link>
        </p>
      </Notice>
    </FieldGroup>
  )
}
