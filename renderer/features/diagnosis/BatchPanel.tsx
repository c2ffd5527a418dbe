import { causeText, questionOf, remediesOf } from '../../../shared/diagnosis-text.ts'
import type { BatchDiagnosis, BatchGroup } from '../../../shared/model/diagnosis.ts'
import { toSerial, type Serial } from '../../../shared/model/ids.ts'
import type { Token } from '../../../shared/model/token.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatCount } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { CopyButton } from '../../ui/Copyable.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Link } from '../../ui/Link.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { Select } from '../../ui/Select.tsx'
import { beginDiagnosis } from './actions.ts'
import { cancelBatch, closeBatch, runBatch } from './batch-actions.ts'
import styles from './Diagnosis.module.css'
import { allProblems } from './problems.ts'
import { changeSetup } from './setup-actions.ts'
import { TokenRow } from './TokenRow.tsx'
import { useFocusOn } from './use-focus-on.ts'
import type { Batch, DiagnosisStore } from './store.ts'
import { book, diagnosisWords } from './words.ts'

type BatchPanelProps = {
  readonly store: DiagnosisStore
  readonly batch: Batch
  readonly tokens: readonly Token[]
  readonly onChooseDevices: (serials: readonly Serial[]) => void
}

/** One problem looked for on several devices; those with the same cause together. */
export function BatchPanel({ store, batch, tokens, onChooseDevices }: BatchPanelProps) {
  const desk = useDesk()
  const words = text().troubleshoot
  const { run, result } = batch
  const title = useFocusOn<HTMLHeadingElement>(batch.selection)
  return (
    <div className={styles.opened}>
      <div>
        <Button variant="quiet" icon="undo" onPress={() => closeBatch(store)}>
          {words.opened.back}
        </Button>
      </div>
      <h2 ref={title} className={styles.alone} tabIndex={-1}>
        {words.batch.title(batch.count)}
      </h2>
      {run ? (
        <div className={styles.progress}>
          <div className={styles.bar}>
            <ProgressBar
              label={words.batch.working}
              detail={words.batch.progress(formatCount(run.done), formatCount(run.total))}
              fraction={run.total === 0 ? null : run.done / run.total}
            />
          </div>
          <Button onPress={() => cancelBatch(store)}>{words.opened.cancel}</Button>
        </div>
      ) : (
        <Choice store={store} tokens={tokens} onRun={() => void runBatch(store, desk)} />
      )}
      {result.status === 'failed' && <FailureNotice error={result.error} />}
      {result.status === 'ready' && <Groups store={store} result={result.value} onChooseDevices={onChooseDevices} />}
    </div>
  )
}

type ChoiceProps = {
  readonly store: DiagnosisStore
  readonly tokens: readonly Token[]
  readonly onRun: () => void
}

function Choice({ store, tokens, onRun }: ChoiceProps) {
  const words = text().troubleshoot
  const tree = useStore(store, (state) => state.setup.tree)
  return (
    <>
      <div className={styles.options}>
        <div className={styles.choice}>
          <Select
            label={words.start.problem}
            options={allProblems().map((problem) => ({ value: problem.tree, text: problem.title }))}
            value={tree}
            onChange={(chosen) => changeSetup(store, { tree: chosen })}
          />
        </div>
        <Button variant="primary" onPress={onRun}>
          {words.batch.run}
        </Button>
      </div>
      <TokenRow store={store} tokens={tokens} />
      <p className={styles.quiet}>{words.batch.keeps}</p>
    </>
  )
}

type GroupsProps = Pick<BatchPanelProps, 'store' | 'onChooseDevices'> & { readonly result: BatchDiagnosis }

function Groups({ store, result, onChooseDevices }: GroupsProps) {
  const words = text().troubleshoot.batch
  const causes = result.groups.filter(({ cause }) => cause !== null).length
  return (
    <>
      <p>
        {words.done(result.total, causes)}. {words.requests(result.requests)}
      </p>
      {result.groups.map((group) => (
        <Group
          key={`${group.cause} ${group.openQuestion}`}
          store={store}
          group={group}
          total={result.total}
          onChooseDevices={onChooseDevices}
        />
      ))}
    </>
  )
}

const SHOWN_SERIALS = 20

type GroupProps = Pick<BatchPanelProps, 'store' | 'onChooseDevices'> & {
  readonly group: BatchGroup
  readonly total: number
}

function Group({ store, group, total, onChooseDevices }: GroupProps) {
  const desk = useDesk()
  const words = text().troubleshoot.batch
  const told = diagnosisWords()
  const cause = group.cause === null ? null : causeText(told, group.cause)
  const shown = group.serials.slice(0, SHOWN_SERIALS)
  return (
    <Card
      title={cause?.title ?? words.noCause}
      status={<span className={styles.quiet}>{words.share(formatCount(group.count), formatCount(total))}</span>}
    >
      <p>{cause?.detail ?? (group.openQuestion === null ? '' : words.asks(asked(group.openQuestion)))}</p>
      {remediesOf(told, group).map((remedy) => (
        <Disclosure key={remedy.id} title={remedy.title}>
          <p className={styles.quiet}>{ownerOf(remedy.id)}</p>
          <ol className={styles.remedySteps}>
            {remedy.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Disclosure>
      ))}
      <ul className={styles.serials} aria-label={words.serials}>
        {shown.map((serial) => (
          <li key={serial}>
            <Link label={words.one(serial)} onPress={() => beginDiagnosis(store, desk, toSerial(serial))}>
              <span className={styles.serial}>{serial}</span>
            </Link>
          </li>
        ))}
        {group.count > shown.length && <li className={styles.quiet}>{words.more(group.count - shown.length)}</li>}
      </ul>
      <div className={styles.options}>
        <Button icon="laptop" onPress={() => onChooseDevices(group.serials.map(toSerial))}>
          {words.choose}
        </Button>
        <CopyButton value={group.serials.join('\n')}>{words.copySerials}</CopyButton>
      </div>
    </Card>
  )
}

function asked(step: string): string {
  const [tree = '', node = ''] = step.split('/')
  return questionOf(diagnosisWords(), { tree, node })
}

function ownerOf(remedy: string): string {
  const owner = book().REMEDIES.find(({ id }) => id === remedy)?.owner
  return owner === undefined ? '' : text().diagnosisReport.owners[owner]
}
