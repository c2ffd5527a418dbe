import { useDesk } from '../../../lib/desk.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { openPortal } from '../portal-actions.ts'
import type { Renewed } from '../wizard.ts'
import styles from '../Wizard.module.css'

export type PortalStepProps = {
  readonly renews: Renewed | null
  readonly onBack: () => void
  readonly onNext: () => void
}

export function PortalStep({ renews, onBack, onNext }: PortalStepProps) {
  const desk = useDesk()
  return (
    <div className={styles.content}>
      <h2>Do this in the portal</h2>
      <div className={styles.buttons}>
        <Button icon="leave" onPress={() => void openPortal(desk, 'business')}>
          Open Apple Business Manager
        </Button>
        <Button icon="leave" onPress={() => void openPortal(desk, 'school')}>
          Open Apple School Manager
        </Button>
      </div>
      {renews ? <RenewInstructions renews={renews} /> : <ConnectInstructions />}
      <div className={styles.buttons}>
        <Button variant="primary" onPress={onNext}>
          I have the token file
        </Button>
        <Button onPress={onBack}>Back</Button>
      </div>
    </div>
  )
}

function ConnectInstructions() {
  return (
    <>
      <ol className={styles.instructions}>
        <li>Sign in as an Administrator or Device Enrollment Manager.</li>
        <li>
          Choose your name, then <strong>Preferences</strong>, then <strong>Device Management Settings</strong>, and add
          a server.
        </li>
        <li>
          Give the server the same name as the token here. “Unassigned” and “Reassigned” are not possible as names.
          Leave the permission to release devices off unless you need it.
        </li>
        <li>Upload the certificate you saved, and save the server.</li>
        <li>
          Choose <strong>Download Token</strong> and keep the <code>.p7m</code> file.
        </li>
      </ol>
      <Notice tone="neutral" title="Devices come later">
        <p>
          Assign devices to this server in the portal by serial or order number whenever you like; the next sync finds
          them.
        </p>
      </Notice>
    </>
  )
}

function RenewInstructions({ renews }: { readonly renews: Renewed }) {
  return (
    <>
      <ol className={styles.instructions}>
        <li>Sign in as an Administrator or Device Enrollment Manager.</li>
        <li>
          Choose your name, then <strong>Preferences</strong>, and select the server{' '}
          <strong>
            <bdi>{renews.serverName ?? renews.name}</bdi>
          </strong>
          . Do not add a new one.
        </li>
        <li>Edit it, upload the certificate you saved, and save.</li>
        <li>
          Choose <strong>Download Token</strong> and keep the <code>.p7m</code> file.
        </li>
      </ol>
      <Notice tone="warn" title="Import the file soon">
        <p>
          Apple ends the older token of a server when a new one is downloaded. Enrolled devices are not touched; only
          syncing waits until the new file is imported here.
        </p>
      </Notice>
    </>
  )
}
