import { useState } from 'react'
import { PLATFORM_OF, PRODUCTS, type Pane } from '../../../shared/model/setup-assistant.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { chooseDevice, textsOf } from './draft-actions.ts'
import { FieldGroup, Key } from './fields.tsx'
import { Findings } from './Findings.tsx'
import { PaneTile } from './PaneTile.tsx'
import { countPanes, newestVersion, otherKeys, sortPanes, toggleKey, versionsOf } from './panes.ts'
import styles from './Profiles.module.css'
import { useMember, type SectionProps } from './use-editing.ts'

/** Setup Assistant as a person meets it, pane by pane, on one device with one system. */
export function AssistantSection(props: SectionProps) {
  const { opened, body } = props
  const { value, findings, set } = useMember(props, 'skip_setup_items')
  const words = text().profiles.assistant
  const skipped = textsOf(value)
  const { met, absent } = sortPanes(opened.device, skipped)
  const { shown, skipped: skippedCount, unsure } = countPanes(met)
  const toggle = (key: string) => set(toggleKey(skipped, key))
  return (
    <>
      <FieldGroup title={words.title} description={words.hint}>
        <DeviceChoice {...props} />
        {body['auto_advance_setup'] === true && <Notice tone="info" title={words.advances} />}
        <p className={styles.counts} role="status">
          {words.counts(shown, skippedCount, unsure)}
        </p>
        <Panes label={words.panes(opened.device.product)} panes={met} onToggle={toggle} isNumbered />
        <p className={styles.hint}>{words.defaults}</p>
        {absent.length > 0 && (
          <Disclosure title={words.absent(absent.length)}>
            <p className={styles.hint}>{words.absentHint}</p>
            <Panes label={words.absent(absent.length)} panes={absent} skipped={skipped} onToggle={toggle} />
          </Disclosure>
        )}
        <Key member="skip_setup_items" />
        <Findings findings={findings} />
      </FieldGroup>
      <OtherKeys skipped={skipped} onToggle={toggle} />
    </>
  )
}

function DeviceChoice({ store, opened }: SectionProps) {
  const words = text().profiles.assistant
  const { product, version } = opened.device
  const versions = versionsOf(product)
  return (
    <div className={styles.choices}>
      <Select
        label={words.product}
        options={PRODUCTS.map((value) => ({ value, text: value }))}
        value={product}
        onChange={(next) => chooseDevice(store, { product: next, version: newestVersion(next) })}
      />
      <Select
        label={words.version}
        options={versions.map((value) => ({ value, text: words.system(systemName(product), value) }))}
        value={version}
        onChange={(next) => chooseDevice(store, { product, version: next })}
      />
    </div>
  )
}

function systemName(product: (typeof PRODUCTS)[number]): string {
  return product === 'iPad' ? 'iPadOS' : PLATFORM_OF[product]
}

const NONE: readonly string[] = []

type PanesProps = {
  readonly label: string
  readonly panes: readonly Pane[]
  readonly onToggle: (key: string) => void
  readonly isNumbered?: boolean
  /** For panes whose state does not tell it. */
  readonly skipped?: readonly string[]
}

function Panes({ label, panes, onToggle, isNumbered = false, skipped = NONE }: PanesProps) {
  return (
    <ol className={styles.panes} aria-label={label}>
      {panes.map((pane, index) => (
        <PaneTile
          key={pane.key}
          pane={pane}
          number={isNumbered ? index + 1 : null}
          isSkipped={pane.state === 'absent' ? skipped.includes(pane.key) : pane.state !== 'shown'}
          onToggle={() => onToggle(pane.key)}
        />
      ))}
    </ol>
  )
}

type OtherKeysProps = { readonly skipped: readonly string[]; readonly onToggle: (key: string) => void }

/** Keys that are none of the panes: kept as somebody wrote them, and marked. */
function OtherKeys({ skipped, onToggle }: OtherKeysProps) {
  const [typed, setTyped] = useState('')
  const words = text().profiles.assistant
  const key = typed.trim()
  const add = () => {
    if (key !== '' && !skipped.includes(key)) onToggle(key)
    setTyped('')
  }
  return (
    <FieldGroup title={words.others} description={words.othersHint}>
      <div className={styles.chips}>
        {otherKeys(skipped).map((other) => (
          <Chip
            key={other.key}
            name={other.isKnown ? words.otherLegacy : words.otherUnknown}
            value={other.key}
            removeLabel={words.removeOther(other.key)}
            onRemove={() => onToggle(other.key)}
          />
        ))}
      </div>
      <form
        className={styles.adding}
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <TextField
          label={words.addLabel}
          value={typed}
          onChange={setTyped}
          description={words.addHint}
          maxLength={100}
        />
        <Button type="submit" icon="plus" isDisabled={key === ''}>
          {words.add}
        </Button>
      </form>
    </FieldGroup>
  )
}
