import type { Serial } from '../../../shared/model/ids.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import type { Remote } from '../../lib/remote.ts'
import { Button } from '../../ui/Button.tsx'
import { Facts } from '../../ui/Card.tsx'
import { CopyButton, Copyable } from '../../ui/Copyable.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { deviceSections } from './device-facts.tsx'
import type { DeviceDetail } from './store.ts'
import { TimeLine } from './TimeLine.tsx'
import styles from './Devices.module.css'

export type DeviceDrawerProps = {
  readonly serial: Serial
  readonly detail: Remote<DeviceDetail>
  readonly onRetry: () => void
  readonly onClose: () => void
}

export function DeviceDrawer({ serial, detail, onRetry, onClose }: DeviceDrawerProps) {
  return (
    <Drawer
      label={`Device ${serial}`}
      title={<Copyable label="serial number" value={serial} variant="code" />}
      onClose={onClose}
    >
      {detail.status === 'loading' && <ProgressBar label="Reading the device" fraction={null} />}
      {detail.status === 'failed' && (
        <FailureNotice error={detail.error}>
          <Button onPress={onRetry}>Try again</Button>
        </FailureNotice>
      )}
      {detail.status === 'ready' && <Detail {...detail.value} />}
    </Drawer>
  )
}

function Detail({ device, raw, timeline }: DeviceDetail) {
  return (
    <>
      {deviceSections(device).map(({ title, facts }) => (
        <section key={title} className={styles.section} aria-label={title}>
          <h3>{title}</h3>
          <Facts facts={facts} variant="lines" />
        </section>
      ))}
      <section className={styles.section} aria-label="Time line">
        <h3>Time line</h3>
        <TimeLine events={timeline} />
      </section>
      {raw !== null && (
        <Disclosure title="Apple's last answer as received">
          <Raw text={JSON.stringify(raw, null, 2)} />
        </Disclosure>
      )}
    </>
  )
}

function Raw({ text }: { readonly text: string }) {
  return (
    <div className={styles.section}>
      <pre className={styles.raw}>{text}</pre>
      <div>
        <CopyButton value={text}>Copy as text</CopyButton>
      </div>
    </div>
  )
}
