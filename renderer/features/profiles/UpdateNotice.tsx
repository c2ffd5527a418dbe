import type { AssignmentReport } from '../../../shared/contract/assignments.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import styles from './Profiles.module.css'
import type { ProfilesStore, Update } from './store.ts'
import { cancelUpdate, forgetUpdate } from './version-actions.ts'

/** Devices that get a new version: how far it is, and what became of them. */
export function UpdateNotice({ store }: { readonly store: ProfilesStore }) {
  const update = useStore(store, (state) => state.update)
  if (update === null) return null
  const { work } = update
  if (work.status === 'failed') return <FailureNotice error={work.error} onDismiss={() => forgetUpdate(store)} />
  if (work.status === 'ready') return <Result store={store} update={update} report={work.value} />
  return <Running store={store} update={update} />
}

type UpdateProps = { readonly store: ProfilesStore; readonly update: Update }

function Running({ store, update: { profile, token, progress } }: UpdateProps) {
  const words = text().profiles.update
  return (
    <Notice
      tone="info"
      title={words.title(profile, token)}
      actions={<Button onPress={() => cancelUpdate(store)}>{words.cancel}</Button>}
    >
      <ProgressBar
        label={words.running}
        detail={progress ? words.progress(progress.done, progress.total) : ''}
        fraction={progress && progress.total > 0 ? progress.done / progress.total : null}
      />
      <p className={styles.hint}>{words.cancelHint}</p>
    </Notice>
  )
}

/** Only what all devices have in common is good news. */
const GOOD: ReadonlySet<string> = new Set(['SUCCESS', 'UNCHANGED'])

function Result({ store, update, report }: UpdateProps & { readonly report: AssignmentReport }) {
  const words = text().profiles.update
  const { plan, results } = report
  const outcomes = Object.entries(results)
  const isGood = outcomes.every(([outcome]) => GOOD.has(outcome))
  return (
    <Notice
      tone={isGood ? 'good' : 'warn'}
      title={words.title(update.profile, update.token)}
      onDismiss={() => forgetUpdate(store)}
    >
      {plan.total === 0 ? <p>{words.nothing}</p> : <p>{words.plan(plan.change, plan.same)}</p>}
      {outcomes.length > 0 && (
        <ul className={styles.lines} aria-label={words.results}>
          {outcomes.map(([outcome, count]) => (
            <li key={outcome}>
              {words.outcome(count)} · <code>{outcome}</code> · {outcomeText(outcome)}
            </li>
          ))}
        </ul>
      )}
      <p>{words.erase}</p>
    </Notice>
  )
}

function outcomeText(outcome: string): string {
  const { outcomes, otherOutcome } = text().assignments
  return Object.hasOwn(outcomes, outcome) ? outcomes[outcome as keyof typeof outcomes] : otherOutcome
}
