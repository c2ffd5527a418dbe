import { causeText, remediesOf, type ToldRemedy } from '../../../shared/diagnosis-text.ts'
import type { Diagnosis, FoundCause } from '../../../shared/model/diagnosis.ts'
import { PLACES, type Place } from '../../../shared/model/places.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { showStep } from './show-step.ts'
import { likelyLook } from './step-look.ts'
import styles from './Diagnosis.module.css'
import { book, diagnosisWords } from './words.ts'

export type CausesProps = {
  readonly diagnosis: Diagnosis
  readonly isBusy: boolean
  readonly onAgain: () => void
  readonly onShowPlace: (place: Place) => void
}

/** What it comes to: the most likely cause with what to do, others folded up below it. */
export function Causes({ diagnosis, ...props }: CausesProps) {
  const words = text().troubleshoot.result
  const [first, ...others] = diagnosis.causes
  if (!first) {
    const open = diagnosis.openQuestions.length
    const [question] = diagnosis.openQuestions
    return (
      <section className={styles.verdict} aria-label={words.title}>
        <h2>{words.none}</h2>
        {open > 0 && <p>{words.needsYou(open)}</p>}
        {question !== undefined && (
          <div>
            <Button icon="arrow-down" onPress={() => showStep(question)}>
              {words.toQuestion}
            </Button>
          </div>
        )}
      </section>
    )
  }
  return (
    <section className={styles.verdict} aria-label={words.title}>
      <Cause found={first} {...props} />
      {others.length > 0 && <h3>{words.others}</h3>}
      {others.map((found) => (
        <Disclosure key={found.cause} title={causeText(diagnosisWords(), found.cause).title}>
          <Cause found={found} isFolded {...props} />
        </Disclosure>
      ))}
    </section>
  )
}

type CauseProps = Omit<CausesProps, 'diagnosis'> & { readonly found: FoundCause; readonly isFolded?: boolean }

function Cause({ found, isFolded = false, ...props }: CauseProps) {
  const words = diagnosisWords()
  const { title, detail } = causeText(words, found.cause)
  return (
    <>
      <div className={styles.causeHead}>
        {!isFolded && <h2>{title}</h2>}
        <StatusBadge {...likelyLook(found.likely)} />
      </div>
      <p className={styles.detail}>{detail}</p>
      {remediesOf(words, found).map((remedy) => (
        <Remedy key={remedy.id} remedy={remedy} {...props} />
      ))}
    </>
  )
}

type RemedyProps = Omit<CausesProps, 'diagnosis'> & { readonly remedy: ToldRemedy }

function Remedy({ remedy, isBusy, onAgain, onShowPlace }: RemedyProps) {
  const words = text().troubleshoot.result
  const known = book().REMEDIES.find(({ id }) => id === remedy.id)
  const place = PLACES.find((name) => name === known?.place)
  return (
    <section className={styles.remedy} aria-label={remedy.title}>
      <h3>{remedy.title}</h3>
      {known && (
        <p className={styles.quiet}>
          {words.who}: {text().diagnosisReport.owners[known.owner]}
        </p>
      )}
      <ol className={styles.remedySteps}>
        {remedy.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <dl className={styles.after}>
        <dt>{words.sees}</dt>
        <dd>{remedy.sees}</dd>
        <dt>{words.verify}</dt>
        <dd>{remedy.verify}</dd>
      </dl>
      <div className={styles.options}>
        {known?.verify && (
          <Button icon="sync" isDisabled={isBusy} onPress={onAgain}>
            {words.again}
          </Button>
        )}
        {place !== undefined && place !== 'troubleshoot' && (
          <Button variant="quiet" onPress={() => onShowPlace(place)}>
            {words.go(text().frame.places[place])}
          </Button>
        )}
      </div>
    </section>
  )
}
