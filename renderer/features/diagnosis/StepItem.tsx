import { useState } from 'react'
import { questionOf } from '../../../shared/diagnosis-text.ts'
import type { DiagnosisStep } from '../../../shared/model/diagnosis.ts'
import type { FactSource } from '../../../shared/model/tree-checks.ts'
import { text } from '../../lib/text.ts'
import { useNow } from '../../lib/use-now.ts'
import { FileButton } from '../../ui/FileButton.tsx'
import { Link } from '../../ui/Link.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { Question, type Given } from './Question.tsx'
import { elementId } from './show-step.ts'
import { foundText, lookOf, originText, rereadable, wantsTokenFile } from './step-look.ts'
import styles from './Diagnosis.module.css'
import { diagnosisWords } from './words.ts'

export type StepItemProps = {
  readonly step: DiagnosisStep
  readonly number: number
  readonly isOffline: boolean
  readonly isBusy: boolean
  readonly onAnswer: (given: Given) => void
  readonly onReread: (source: FactSource) => void
  readonly onTokenFile: (file: File) => void
}

/** One line of the checklist: the question, what came of it, and where that comes from. */
export function StepItem({ step, number, isOffline, isBusy, onAnswer, onReread, onTokenFile }: StepItemProps) {
  const words = text().troubleshoot.steps
  const [isChanging, setIsChanging] = useState(false)
  const now = useNow()
  const question = questionOf(diagnosisWords(), step)
  const source = rereadable(step)
  const asks = step.kind !== 'check' && (step.state === 'open' || isChanging)
  const found = foundText(step)
  const origin = originText(step, isOffline, now)
  return (
    <li className={styles.step} data-state={step.state} id={elementId(step.id)}>
      <span className={styles.number} aria-hidden>
        {number}
      </span>
      <div className={styles.stepBody}>
        <div className={styles.stepHead}>
          <h3 className={styles.stepTitle}>{question}</h3>
          <StatusBadge {...lookOf(step)} variant="plain" />
        </div>
        {found !== '' && <p className={styles.found}>{found}</p>}
        {(origin !== null || source !== null) && (
          <p className={styles.origin}>
            {origin}{' '}
            {source !== null && !isBusy && (
              <Link label={words.rerunLabel(question)} onPress={() => onReread(source)}>
                {words.rerun}
              </Link>
            )}
            {step.kind !== 'check' && step.state === 'answered' && !isBusy && (
              <Link label={words.changeLabel(question)} onPress={() => setIsChanging(!isChanging)}>
                {isChanging ? words.keep : words.change}
              </Link>
            )}
          </p>
        )}
        {wantsTokenFile(step) && (
          <div className={styles.options}>
            <FileButton onFile={onTokenFile} isDisabled={isBusy}>
              {words.tokenFile}
            </FileButton>
            <span className={styles.quiet}>{words.tokenFileHint}</span>
          </div>
        )}
        {asks && (
          <Question
            step={step}
            isBusy={isBusy}
            onAnswer={(given) => {
              setIsChanging(false)
              onAnswer(given)
            }}
          />
        )}
      </div>
    </li>
  )
}
