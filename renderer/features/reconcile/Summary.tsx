import { reconciliationSummary, type SummarySentence } from '../../../shared/reconcile-text.ts'
import type { Reconciliation } from '../../../shared/model/reconcile.ts'
import { useDesk } from '../../lib/desk.ts'
import { formatCount, formatMoment } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Facts } from '../../ui/Card.tsx'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { askApple } from './actions.ts'
import styles from './Reconcile.module.css'
import { sourceName, unknownCount } from './selectors.ts'
import { showSet } from './set-actions.ts'
import type { Opened, ReconcileStore } from './store.ts'
import { WorkNotice } from './WorkNotice.tsx'

export type SummaryProps = {
  readonly store: ReconcileStore
  readonly opened: Opened
  readonly onShowSync: () => void
  /** A set was chosen in a sentence. */
  readonly onShown: () => void
}

/** The question answered: why the portal shows fewer devices, in sentences with their numbers and the next step. */
export function Summary({ store, opened, onShowSync, onShown }: SummaryProps) {
  const desk = useDesk()
  const { reconciliation, asked } = opened
  const isBusy = useStore(store, (state) => state.work !== null)
  const words = text().reconcilePage.result
  const [headline, ...rest] = reconciliationSummary(reconciliation, text().reconcile)
  const unknown = unknownCount(reconciliation)
  const needsSync = reconciliation.causes.some(({ cause }) => cause === 'not-synced-yet')
  return (
    <section className={styles.summary} aria-labelledby="summary-title">
      <h2 id="summary-title">{headline?.text ?? words.why}</h2>
      <ul className={styles.sentences}>
        {rest.map((sentence) => (
          <Sentence
            key={sentence.text}
            store={store}
            sentence={sentence}
            canShow={reconciliation.hasRows}
            onShown={onShown}
          />
        ))}
      </ul>
      <div className={styles.actions}>
        {unknown > 0 && reconciliation.hasRows && (
          <Button icon="circle-help" isDisabled={isBusy} onPress={() => void askApple(store, desk)}>
            {words.ask(unknown)}
          </Button>
        )}
        {needsSync && (
          <Button icon="sync" onPress={onShowSync}>
            {words.goSync}
          </Button>
        )}
        {reconciliation.askedAt !== null && (
          <span className={styles.quiet}>{words.askedAt(formatMoment(reconciliation.askedAt))}</span>
        )}
      </div>
      <WorkNotice store={store} kind="ask" />
      {asked && (
        <Notice tone={asked.left > 0 ? 'info' : 'good'} title={words.asked(asked.asked)}>
          {asked.left > 0 && <p>{words.askedLeft(asked.left)}</p>}
        </Notice>
      )}
      <Facts variant="lines" facts={sides(reconciliation)} />
    </section>
  )
}

type SentenceProps = {
  readonly store: ReconcileStore
  readonly sentence: SummarySentence
  readonly canShow: boolean
  readonly onShown: () => void
}

function Sentence({ store, sentence: { text: told, verdict, cause }, canShow, onShown }: SentenceProps) {
  const desk = useDesk()
  const words = text()
  const name = verdict === null ? '' : words.reconcile.verdicts[verdict]
  const label = cause === null ? name : `${name}, ${words.reconcile.causeNames[cause]}`
  return (
    <li className={cause === null ? undefined : styles.causeLine}>
      {told}{' '}
      {verdict !== null && canShow && (
        <Link
          onPress={() => void showSet(store, desk, { verdict, cause }).then(onShown)}
          label={words.reconcilePage.result.showSet(label)}
        >
          {words.reconcilePage.result.show}
        </Link>
      )}
    </li>
  )
}

function sides({ portal, console }: Reconciliation) {
  const words = text().reconcilePage.result
  return [[words.portal, portal] as const, [words.console, console] as const].map(([label, side]) => ({
    label,
    value: (
      <>
        <bdi>{sourceName(side)}</bdi>
        <span className={styles.under}>
          {words.side(
            formatCount(side.rows),
            formatCount(side.accepted),
            formatCount(side.repaired),
            formatCount(side.rejected),
          )}
        </span>
      </>
    ),
  }))
}
