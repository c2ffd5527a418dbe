import { useEffect } from 'react'
import type { Rehearsal, RehearsalPlan, RehearsalStep } from '../../../shared/model/rehearsal.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatDuration } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/Copyable.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import * as actions from './actions.ts'
import { ProfileFacts } from './ProfileFacts.tsx'
import { RehearsalFields } from './RehearsalFields.tsx'
import { durationText, findingText, outcomeLook, rehearsalText, severityLook, VERDICT_TONES } from './report.ts'
import styles from './Rehearsal.module.css'
import type { RehearsalStore } from './store.ts'

/** What would a device live through? Says first what the server may record, then plays it. */
export function RehearsalPart({ store }: { readonly store: RehearsalStore }) {
  const desk = useDesk()
  const words = text().troubleshoot.rehearsal
  const { plan, run, result } = useStore(store)
  useEffect(() => void actions.loadChoices(store, desk), [store, desk])
  return (
    <div className={styles.main}>
      <p>{words.intro}</p>
      <RehearsalFields store={store} />
      {plan.status === 'failed' && <FailureNotice error={plan.error} />}
      {plan.status === 'ready' && !run && <Plan store={store} plan={plan.value} />}
      {run && (
        <>
          <div className={styles.progress}>
            <div className={styles.bar}>
              <ProgressBar
                label={words.working}
                detail={run.progress?.now ? text().rehearsal.steps[run.progress.now] : ''}
                fraction={null}
              />
            </div>
            <Button onPress={() => actions.cancelRehearsal(store)}>{words.cancel}</Button>
          </div>
          {run.progress && <Steps steps={run.progress.steps} />}
        </>
      )}
      {result.status === 'failed' && <FailureNotice error={result.error} />}
      {result.status === 'ready' && <Result result={result.value} />}
    </div>
  )
}

function Plan({ store, plan }: { readonly store: RehearsalStore; readonly plan: RehearsalPlan }) {
  const desk = useDesk()
  const words = text().troubleshoot.rehearsal
  const said = text().rehearsal
  return (
    <section aria-label={words.planTitle}>
      <Notice
        tone="warn"
        title={words.planTitle}
        actions={
          <>
            <Button variant="primary" onPress={() => void actions.runRehearsal(store, desk)}>
              {words.run}
            </Button>
            <Button onPress={() => actions.changePlan(store)}>{words.change}</Button>
          </>
        }
      >
        <p>{said.announcement(plan.url, plan.serial, plan.product, plan.osVersion)}</p>
        {!plan.isOwnSerial && <p>{said.madeUpSerial}</p>}
        <p>{words.hosts(plan.hosts.join(', '))}</p>
        <p>{words.anchors(plan.anchors)}</p>
      </Notice>
    </section>
  )
}

function Steps({ steps }: { readonly steps: readonly RehearsalStep[] }) {
  const words = text().troubleshoot.rehearsal
  const { steps: names } = text().rehearsal
  return (
    <ol className={styles.steps} aria-label={words.stepsTitle}>
      {numbered(steps).map(({ key, step }) => (
        <li key={key} className={styles.step}>
          <span className={styles.name}>{names[step.name]}</span>
          <StatusBadge {...outcomeLook(step.outcome)} variant="plain" />
          <span className={styles.quiet}>{step.outcome === 'skipped' ? '' : durationText(step)}</span>
        </li>
      ))}
    </ol>
  )
}

/** A redirect is followed by the same steps again: each gets a number of its own kind. */
function numbered(steps: readonly RehearsalStep[]) {
  const seen = new Map<string, number>()
  return steps.map((step) => {
    const count = (seen.get(step.name) ?? 0) + 1
    seen.set(step.name, count)
    return { key: `${step.name} ${count}`, step }
  })
}

function Result({ result }: { readonly result: Rehearsal }) {
  const words = text().troubleshoot.rehearsal
  const { verdicts } = text().rehearsal
  return (
    <section className={styles.result} aria-label={verdicts[result.verdict]}>
      <Notice tone={VERDICT_TONES[result.verdict]} title={verdicts[result.verdict]}>
        <p>{words.total(formatDuration(result.finishedAt - result.startedAt))}</p>
      </Notice>
      <h2>{words.findings}</h2>
      {result.findings.length === 0 && <p className={styles.quiet}>{words.noFindings}</p>}
      <ul className={styles.findings} aria-label={words.findings}>
        {result.findings.map((finding) => {
          const { says, remedy } = findingText(finding)
          return (
            <li key={`${finding.code} ${says}`} className={styles.finding}>
              <StatusBadge {...severityLook(finding.severity)} variant="plain" />
              <div>
                <p>{says}</p>
                <p className={styles.quiet}>{remedy}</p>
              </div>
            </li>
          )
        })}
      </ul>
      <h2>{words.stepsTitle}</h2>
      <Steps steps={result.steps} />
      {result.profile && <ProfileFacts profile={result.profile} />}
      <div>
        <CopyButton value={rehearsalText(result)}>{words.copy}</CopyButton>
      </div>
    </section>
  )
}
