import { useEffect, useRef, type RefObject } from 'react'
import type { Token } from '../../../shared/model/token.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { valueOr } from '../../lib/remote.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { Steps } from '../../ui/Steps.tsx'
import { useToldInSight } from '../../ui/use-told-in-sight.ts'
import type { TokensStore } from './store.ts'
import { CertificateStep } from './steps/CertificateStep.tsx'
import { DoneStep } from './steps/DoneStep.tsx'
import { FileStep } from './steps/FileStep.tsx'
import { PortalStep } from './steps/PortalStep.tsx'
import { StartStep } from './steps/StartStep.tsx'
import * as actions from './wizard-actions.ts'
import { WIZARD_STEPS, type Wizard } from './wizard.ts'
import styles from './Wizard.module.css'

export type WizardPageProps = {
  readonly store: TokensStore
  readonly wizard: Wizard
  readonly onSync: (token: Token, full: boolean) => void
  readonly onShowGroup: (group: string) => void
}

export function WizardPage({ store, wizard, onSync, onShowGroup }: WizardPageProps) {
  const desk = useDesk()
  const words = text().tokens.wizard
  const { steps } = words
  const title = wizard.renews ? words.renewTitle(wizard.renews.name) : words.connectTitle
  const names = [wizard.renews ? steps.start : steps.name, steps.certificate, steps.portal, steps.file, steps.done]
  const current = WIZARD_STEPS.indexOf(wizard.step)
  const shown = useShownStep(current)
  useToldInSight(shown, 'bad')
  useEffect(() => void actions.loadGroupPaths(store, desk), [store, desk])
  return (
    <Page
      title={title}
      actions={
        wizard.step !== 'done' && (
          <Button variant="quiet" onPress={() => actions.closeWizard(store)}>
            {wizard.key ? words.later : text().common.cancel}
          </Button>
        )
      }
    >
      <div className={styles.wizard}>
        <Steps label={title} steps={names} current={current} />
        <div ref={shown} className={styles.step} tabIndex={-1}>
          <CurrentStep store={store} wizard={wizard} onSync={onSync} onShowGroup={onShowGroup} />
        </div>
      </div>
    </Page>
  )
}

/** The next step is seen from its beginning, and what was pressed has gone with the one before. */
function useShownStep(current: number): RefObject<HTMLDivElement | null> {
  const shown = useRef<HTMLDivElement>(null)
  const before = useRef(current)
  useEffect(() => {
    if (before.current === current) return
    before.current = current
    shown.current?.focus({ preventScroll: true })
    shown.current?.parentElement?.scrollIntoView({ block: 'start' })
  }, [current])
  return shown
}

function CurrentStep({ store, wizard, onSync, onShowGroup }: WizardPageProps) {
  const desk = useDesk()
  const { step, key, work, connected } = wizard
  const isBusy = work.status === 'loading'
  const { tokens, stagedKeys, groupPaths } = useStore(store)
  const failure = work.status === 'failed' && step !== 'file' ? <FailureNotice error={work.error} /> : null

  if (step === 'done' && connected) {
    const finish = () => actions.closeWizard(store)
    const sync = () => {
      finish()
      onSync(connected.token, connected.isRenewed)
    }
    const showGroup = () => {
      finish()
      onShowGroup(connected.token.group)
    }
    return <DoneStep {...connected} onSync={sync} onFinish={finish} onShowGroup={showGroup} />
  }
  if (step === 'start' || !key) {
    return (
      <StartStep
        renews={wizard.renews}
        takenNames={valueOr(tokens, []).map((token) => token.name)}
        staged={stagedKeys}
        groups={groupPaths}
        isBusy={isBusy}
        onStart={(wish) => void actions.makeKeyPair(store, desk, wish)}
        onContinue={(pair) => actions.openStaged(store, pair)}
      >
        {failure}
      </StartStep>
    )
  }
  if (step === 'certificate') {
    return (
      <CertificateStep
        certificate={key}
        savedTo={wizard.savedTo}
        onSave={() => void actions.saveCertificate(store, desk)}
        onNext={() => actions.showStep(store, 'portal')}
      >
        {failure}
      </CertificateStep>
    )
  }
  if (step === 'portal') {
    return (
      <PortalStep
        renews={wizard.renews}
        name={key.name}
        account={wizard.renews?.account ?? null}
        onBack={() => actions.showStep(store, 'certificate')}
        onNext={() => actions.showStep(store, 'file')}
      />
    )
  }
  return (
    <FileStep
      isRenewal={wizard.renews !== null}
      fileName={wizard.file?.name ?? null}
      work={work}
      onFile={(file) => void actions.takeTokenFile(store, desk, file)}
      onRetry={(choice) => void actions.importPickedFile(store, desk, choice)}
      onBack={() => actions.showStep(store, 'portal')}
      onShowCertificate={() => actions.showStep(store, 'certificate')}
    />
  )
}
