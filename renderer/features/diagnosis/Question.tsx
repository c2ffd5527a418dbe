import { useState } from 'react'
import { MAX_PASTED_TEXT } from '../../../shared/contract/diagnosis.ts'
import { helpOf, optionText, questionOf } from '../../../shared/diagnosis-text.ts'
import type { DiagnosisStep } from '../../../shared/model/diagnosis.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import styles from './Diagnosis.module.css'
import { diagnosisWords } from './words.ts'

export type Given = { readonly option: string } | { readonly text: string }

export type QuestionProps = {
  readonly step: DiagnosisStep
  readonly isBusy: boolean
  readonly onAnswer: (given: Given) => void
}

/** What only a person can tell: one of a few answers, or a text to paste. */
export function Question({ step, isBusy, onAnswer }: QuestionProps) {
  const words = diagnosisWords()
  const help = helpOf(words, step)
  const question = questionOf(words, step)
  return (
    <div className={styles.question}>
      {help !== null && <p className={styles.quiet}>{help}</p>}
      {step.kind === 'paste' ? (
        <Paste isBusy={isBusy} onAnswer={onAnswer} />
      ) : (
        <div className={styles.options} role="group" aria-label={question}>
          {step.options.map((option) => (
            <Button
              key={option}
              isDisabled={isBusy}
              {...(option === step.outcome ? { icon: 'check' } : {})}
              onPress={() => onAnswer({ option })}
            >
              {optionText(words, step, option)}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

function Paste({ isBusy, onAnswer }: Omit<QuestionProps, 'step'>) {
  const words = text().troubleshoot.steps
  const [pasted, setPasted] = useState('')
  return (
    <>
      <TextArea
        label={words.pasteLabel}
        description={words.pasteHint}
        value={pasted}
        onChange={setPasted}
        maxLength={MAX_PASTED_TEXT}
      />
      <div className={styles.options}>
        <Button isDisabled={isBusy || pasted.trim() === ''} onPress={() => onAnswer({ text: pasted })}>
          {words.read}
        </Button>
        <Button variant="quiet" isDisabled={isBusy} onPress={() => onAnswer({ option: 'skipped' })}>
          {words.skip}
        </Button>
      </div>
    </>
  )
}
