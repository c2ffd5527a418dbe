import type { KeyboardEvent, ReactNode } from 'react'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { text } from '../../lib/text.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Facts } from '../../ui/Card.tsx'
import { CopyButton, Copyable } from '../../ui/Copyable.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { deviceSections, factsAsText } from './device-facts.tsx'
import type { DeviceDetail, OpenedDevice } from './store.ts'
import { TimeLine } from './TimeLine.tsx'
import styles from './Devices.module.css'

export type DeviceDrawerProps = {
  readonly opened: OpenedDevice
  readonly hasPrevious: boolean
  readonly hasNext: boolean
  readonly onStep: (step: 1 | -1) => void
  readonly onRetry: () => void
  readonly onAsk: () => void
  readonly onDismissAsking: () => void
  /** What can be done with it at Apple: the usual, and the rest. */
  readonly assign?: ReactNode
  readonly menu?: ReactNode
  readonly onDiagnose: () => void
  readonly onMove: () => void
  readonly onClose: () => void
}

export function DeviceDrawer({ opened, hasPrevious, hasNext, onStep, ...props }: DeviceDrawerProps) {
  const { serial, detail, asking } = opened
  const words = text()
  const drawer = words.devices.drawer
  const press = (event: KeyboardEvent) => {
    const step = event.altKey ? STEPS[event.key] : undefined
    if (step === undefined) return
    event.preventDefault()
    onStep(step)
  }
  return (
    <div role="presentation" className={styles.keys} onKeyDown={press}>
      <Drawer
        label={drawer.label(serial)}
        title={<Copyable label={drawer.serial} value={serial} variant="code" />}
        onClose={props.onClose}
      >
        <div className={styles.drawerActions}>
          <Button icon="sync" isBusy={asking.status === 'loading'} onPress={props.onAsk}>
            {drawer.ask}
          </Button>
          {props.assign}
          <Button icon="folder" onPress={props.onMove}>
            {drawer.moveGroup}
          </Button>
          <Button icon="stethoscope" onPress={props.onDiagnose}>
            {words.troubleshoot.diagnose}
          </Button>
          {props.menu}
          <span className={styles.steps}>
            <IconButton
              label={drawer.previous}
              icon="chevron-up"
              isDisabled={!hasPrevious}
              onPress={() => onStep(-1)}
            />
            <IconButton label={drawer.next} icon="chevron-down" isDisabled={!hasNext} onPress={() => onStep(1)} />
          </span>
        </div>
        {asking.status === 'failed' && <FailureNotice error={asking.error} onDismiss={props.onDismissAsking} />}
        {detail.status === 'loading' && <ProgressBar label={drawer.reading} fraction={null} />}
        {detail.status === 'failed' && (
          <FailureNotice error={detail.error}>
            <Button onPress={props.onRetry}>{words.common.retry}</Button>
          </FailureNotice>
        )}
        {detail.status === 'ready' && <Detail {...detail.value} assignment={opened.assignment} />}
      </Drawer>
    </div>
  )
}

/** With Alt, as in a mail program; the arrows by themselves scroll. */
const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

type DetailProps = DeviceDetail & Pick<OpenedDevice, 'assignment'>

function Detail({ device, raw, timeline, assignment }: DetailProps) {
  const words = text().devices.drawer
  return (
    <>
      {deviceSections(device, assignment).map(({ title, facts }) => (
        <section key={title} className={styles.section} aria-label={title}>
          <h3>{title}</h3>
          <Facts facts={facts} variant="lines" />
        </section>
      ))}
      <section className={styles.section} aria-label={words.timeLine}>
        <h3>{words.timeLine}</h3>
        <TimeLine events={timeline} />
      </section>
      {raw !== null && (
        <Disclosure title={words.raw}>
          <Raw json={JSON.stringify(raw, null, 2)} />
        </Disclosure>
      )}
      <div>
        <CopyButton value={factsAsText(device)}>{words.copyFacts}</CopyButton>
      </div>
    </>
  )
}

function Raw({ json }: { readonly json: string }) {
  return (
    <div className={styles.section}>
      <pre className={styles.raw}>{json}</pre>
      <div>
        <CopyButton value={json}>{text().devices.drawer.copyRaw}</CopyButton>
      </div>
    </div>
  )
}
