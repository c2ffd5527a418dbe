import { treeTitle } from '../../../shared/diagnosis-text.ts'
import type { Diagnosis, SourceState } from '../../../shared/model/diagnosis.ts'
import type { Place } from '../../../shared/model/places.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatMoment } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { ActionMenu } from '../../ui/Menu.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import * as actions from './actions.ts'
import { Causes } from './Causes.tsx'
import { copyReport, saveReport } from './report-actions.ts'
import { SavedNotice } from './SavedNotice.tsx'
import { StepItem } from './StepItem.tsx'
import type { DiagnosisStore, Opened } from './store.ts'
import styles from './Diagnosis.module.css'
import { giveTokenFile } from './token-file-actions.ts'
import { TreePicture } from './TreePicture.tsx'
import { useFocusOn } from './use-focus-on.ts'
import { diagnosisWords } from './words.ts'

export type OpenedDiagnosisProps = {
  readonly store: DiagnosisStore
  readonly opened: Opened
  readonly onShowPlace: (place: Place) => void
  readonly onShowDevice: (serial: string) => void
}

/** One diagnosis: what it comes to, and the checklist that led there, while it fills itself and afterwards. */
export function OpenedDiagnosis({ store, opened, onShowPlace, onShowDevice }: OpenedDiagnosisProps) {
  const desk = useDesk()
  const { diagnosis, work, failure } = opened
  const words = text().troubleshoot.opened
  const isBusy = work !== null
  const label = diagnosis ? titleOf(diagnosis) : text().troubleshoot.jobs.problem
  // From its first moment on: the press that started it has gone with its button.
  const whole = useFocusOn<HTMLDivElement>(diagnosis?.id)
  return (
    <div ref={whole} className={styles.opened} tabIndex={-1} role="group" aria-label={label}>
      <Head store={store} opened={opened} onShowDevice={onShowDevice} />
      <SavedNotice store={store} />
      {failure && (
        <FailureNotice error={failure}>
          <Button onPress={() => actions.closeDiagnosis(store)}>{words.back}</Button>
        </FailureNotice>
      )}
      {isBusy && <Progress diagnosis={diagnosis} onCancel={() => actions.cancelDiagnosis(store)} />}
      {diagnosis && (
        <>
          {diagnosis.token && <p className={styles.quiet}>{words.withToken(diagnosis.token.name)}</p>}
          {diagnosis.isOffline && <Offline store={store} isBusy={isBusy} />}
          {!(isBusy && diagnosis.causes.length === 0) && (
            <Causes
              diagnosis={diagnosis}
              isBusy={isBusy}
              onAgain={() => void actions.checkAgain(store, desk)}
              onShowPlace={onShowPlace}
            />
          )}
          <div className={styles.way}>
            <Checklist store={store} diagnosis={diagnosis} isBusy={isBusy} />
            <TreePicture diagnosis={diagnosis} />
          </div>
          <Sources sources={diagnosis.sources} />
        </>
      )}
    </div>
  )
}

type HeadProps = Omit<OpenedDiagnosisProps, 'onShowPlace'>

function Head({ store, opened: { diagnosis, work }, onShowDevice }: HeadProps) {
  const desk = useDesk()
  const words = text().troubleshoot.opened
  return (
    <header className={styles.head}>
      <div>
        <Button variant="quiet" icon="undo" onPress={() => actions.closeDiagnosis(store)}>
          {words.back}
        </Button>
      </div>
      {diagnosis && (
        <div className={styles.titleLine}>
          <h2 className={styles.title}>
            <bdi>{titleOf(diagnosis)}</bdi>
          </h2>
          {work === null && (
            <div className={styles.actions}>
              <Button icon="sync" onPress={() => void actions.checkAgain(store, desk)}>
                {words.again}
              </Button>
              <Button icon="download" onPress={() => void saveReport(store, desk, diagnosis, 'pdf')}>
                {words.savePdf}
              </Button>
              <ActionMenu
                label={words.more}
                actions={[
                  {
                    id: 'copy',
                    text: words.copy,
                    icon: 'copy',
                    onAction: () => void copyReport(store, desk, diagnosis),
                  },
                  {
                    id: 'html',
                    text: words.saveHtml,
                    icon: 'download',
                    onAction: () => void saveReport(store, desk, diagnosis, 'html'),
                  },
                  ...showDevice(diagnosis, onShowDevice),
                  {
                    id: 'remove',
                    text: words.remove,
                    icon: 'trash',
                    variant: 'danger',
                    onAction: () => void actions.removeDiagnosis(store, desk),
                  },
                ]}
              />
            </div>
          )}
        </div>
      )}
    </header>
  )
}

function showDevice({ serial }: Diagnosis, onShowDevice: (serial: string) => void) {
  if (serial === null) return []
  const { showDevice: words } = text().troubleshoot.opened
  return [{ id: 'device', text: words, icon: 'laptop', onAction: () => onShowDevice(serial) } as const]
}

/** "C02XG: The device does not ask for Remote Management". */
export function titleOf({ tree, serial }: Pick<Diagnosis, 'tree' | 'serial'>): string {
  const problem = treeTitle(diagnosisWords(), tree)
  return serial === null ? problem : text().troubleshoot.opened.title(problem, serial)
}

function Progress({ diagnosis, onCancel }: { readonly diagnosis: Diagnosis | null; readonly onCancel: () => void }) {
  const words = text().troubleshoot.opened
  const done = diagnosis?.steps.filter(({ state }) => state === 'answered').length ?? 0
  return (
    <div className={styles.progress}>
      <div className={styles.bar}>
        <ProgressBar label={words.working} detail={words.answered(done)} fraction={null} />
      </div>
      <Button onPress={onCancel}>{words.cancel}</Button>
    </div>
  )
}

function Offline({ store, isBusy }: { readonly store: DiagnosisStore; readonly isBusy: boolean }) {
  const desk = useDesk()
  const words = text().troubleshoot.opened
  return (
    <Notice
      tone="neutral"
      title={words.offline}
      actions={
        <Button isDisabled={isBusy} onPress={() => void actions.continueDiagnosis(store, desk, { offline: false })}>
          {words.goOnline}
        </Button>
      }
    />
  )
}

type ChecklistProps = {
  readonly store: DiagnosisStore
  readonly diagnosis: Diagnosis
  readonly isBusy: boolean
}

function Checklist({ store, diagnosis, isBusy }: ChecklistProps) {
  const desk = useDesk()
  const words = text().troubleshoot.steps
  return (
    <section className={styles.checklist} aria-label={words.title}>
      <h2>{words.title}</h2>
      <ol className={styles.steps} aria-label={words.label} aria-busy={isBusy}>
        {diagnosis.steps.map((step, index) => (
          <StepItem
            key={step.id}
            step={step}
            number={index + 1}
            isOffline={diagnosis.isOffline}
            isBusy={isBusy}
            onAnswer={(given) => void actions.continueDiagnosis(store, desk, { answers: { [step.id]: given } })}
            onReread={(source) => void actions.continueDiagnosis(store, desk, { rerun: [source] })}
            onTokenFile={(file) => void giveTokenFile(store, desk, file)}
          />
        ))}
      </ol>
    </section>
  )
}

function Sources({ sources }: { readonly sources: readonly SourceState[] }) {
  const words = text().troubleshoot.sources
  if (sources.length === 0) return null
  const names = text().evidence.sources
  return (
    <Disclosure title={words.title}>
      <ul className={styles.sources}>
        {sources.map(({ source, state, at, requests }) => (
          <li key={source}>
            {[
              words.line(names[source], words.states[state]),
              ...(at === null ? [] : [formatMoment(at)]),
              ...(requests > 0 ? [words.requests(requests)] : []),
            ].join(' · ')}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
