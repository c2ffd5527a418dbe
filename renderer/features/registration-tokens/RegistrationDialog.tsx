import { useEffect, useRef, useState } from 'react'
import { REGISTRATION_ACTS } from '../../../shared/model/registration-token.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatCount, formatMoment } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/Copyable.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { RadioLine } from '../../ui/RadioLine.tsx'
import { TextField } from '../../ui/TextField.tsx'
import * as actions from './actions.ts'
import styles from './RegistrationTokens.module.css'
import type { RegistrationStore, RegistrationTask } from './store.ts'

type StoreProps = { readonly store: RegistrationStore }
type TaskProps = StoreProps & { readonly task: RegistrationTask }

/** The registration tokens of the devices somebody has chosen: what is so, what is to be done, and what to hand over. */
export function RegistrationDialog({ store }: StoreProps) {
  const task = useStore(store, (state) => state.task)
  const words = text().registrationTokens
  return (
    <Dialog
      title={task ? (task.serial ? words.title(task.serial) : words.titleMany(task.count)) : ''}
      isOpen={task !== null}
      onClose={() => actions.closeRegistration(store)}
    >
      {task && <Body store={store} task={task} />}
    </Dialog>
  )
}

function Body({ store, task }: TaskProps) {
  const desk = useDesk()
  const words = text().registrationTokens
  const { act, plan, work, values } = task
  const isBusy = useStore(store, (state) => state.job !== null)
  const isLengthWrong = actions.readLength(task.length) === null
  const changing = plan.status === 'ready' ? plan.value.change : 0
  return (
    <div className={styles.form}>
      <p className={styles.quiet}>{words.intro}</p>
      <Known task={task} />
      <RadioLine
        label={words.act}
        options={REGISTRATION_ACTS.map((value) => ({ value, text: words.acts[value] }))}
        value={act}
        onChange={(next) => void actions.chooseAct(store, desk, next)}
      />
      {act !== 'revoke' && (
        <>
          <RadioLine
            label={words.factor}
            options={(['rule', 'single', 'two'] as const).map((value) => ({ value, text: words.factors[value] }))}
            value={task.factor}
            onChange={(factor) => actions.write(store, { factor })}
          />
          <p className={styles.quiet}>{words.factorWhy}</p>
          <TextField
            label={words.length}
            value={task.length}
            onChange={(length) => actions.write(store, { length })}
            maxLength={2}
            description={words.lengthWhy}
            error={isLengthWrong ? words.lengthWrong : ''}
          />
          <RuleButton store={store} task={task} isDisabled={isLengthWrong} />
        </>
      )}
      {plan.status === 'ready' && <p>{actions.planText(plan.value)}</p>}
      {plan.status === 'failed' && <FailureNotice error={plan.error} />}
      <Work store={store} task={task} />
      {values.status === 'failed' && <FailureNotice error={values.error} />}
      {values.status === 'ready' && <Values task={task} />}
      {task.serial && <Keep store={store} />}
      <Dialog.Actions>
        <Button onPress={() => actions.closeRegistration(store)}>{text().common.close}</Button>
        {actions.canShow(task) && (
          <Button icon="key" isBusy={values.status === 'loading'} onPress={() => void actions.showValues(store, desk)}>
            {words.show}
          </Button>
        )}
        <Button
          variant={act === 'revoke' ? 'danger' : 'primary'}
          isDisabled={changing === 0 || isLengthWrong || (isBusy && work.status !== 'loading')}
          isBusy={work.status === 'loading'}
          onPress={() => void actions.runRegistration(store, desk)}
        >
          {words.acts[act]}
        </Button>
      </Dialog.Actions>
    </div>
  )
}

/** How far it is, or what came of it; brought into sight where the window is low. */
function Work({ store, task }: TaskProps) {
  const job = useStore(store, (state) => state.job)
  const place = useRef<HTMLDivElement>(null)
  const { status } = task.work
  const isOver = status === 'ready' || status === 'failed' || task.endedAfter !== null
  const shown = isOver ? status : job?.progress ? 'running' : null
  useEffect(() => {
    if (shown !== null) place.current?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  if (shown === null) return null
  return (
    <div ref={place} className={styles.work}>
      <WorkState store={store} task={task} />
    </div>
  )
}

function WorkState({ store, task: { work, endedAfter } }: TaskProps) {
  const job = useStore(store, (state) => state.job)
  const words = text().registrationTokens
  if (work.status === 'failed') return <FailureNotice error={work.error} />
  if (work.status === 'ready') return <Notice tone="good" title={words.done(work.value.change)} />
  if (endedAfter !== null) {
    const title = words.ended(formatCount(endedAfter.done), formatCount(endedAfter.total))
    return <Notice tone="neutral" title={title} />
  }
  if (!job?.progress) return null
  return (
    <div className={styles.working}>
      <ProgressBar {...actions.progressText(job)} />
      <Button onPress={() => actions.cancelRegistration(store)}>{text().common.cancel}</Button>
    </div>
  )
}

/** A choice becomes the rule of the device's group; without one, a rule that the group set itself can be taken away. */
function RuleButton({ store, task, isDisabled }: TaskProps & { readonly isDisabled: boolean }) {
  const desk = useDesk()
  const words = text().registrationTokens
  if (task.details.status !== 'ready' || task.details.value.group === null) return null
  const { group, rule } = task.details.value
  const isChosen = task.factor !== 'rule' || task.length.trim() !== ''
  if (!isChosen && rule.from !== group) return null
  return (
    <div>
      <Button isDisabled={isDisabled} onPress={() => void actions.makeRule(store, desk)}>
        {isChosen ? words.makeRule(group) : words.dropRule(group)}
      </Button>
    </div>
  )
}

/** Of one device: its status with what it means, the rule of its group, and what there was. */
function Known({ task: { details } }: Pick<TaskProps, 'task'>) {
  const words = text().registrationTokens
  if (details.status === 'failed') return <FailureNotice error={details.error} />
  if (details.status !== 'ready') return null
  const { tokenStatus, rule, tokens } = details.value
  return (
    <>
      <p>
        <strong>{text().devices.tokenStatus[tokenStatus]}</strong> – {words.meanings[tokenStatus]}
      </p>
      <p className={styles.quiet}>
        {rule.from === null
          ? words.ruleUsual(actions.ruleText(rule))
          : words.ruleFrom(actions.ruleText(rule), rule.from)}
      </p>
      {tokens.length > 0 && (
        <ul className={styles.list} aria-label={words.history}>
          {tokens.slice(0, 5).map((token) => (
            <li key={token.id}>
              {words.line(words.states[token.state], actions.ruleText(token), formatMoment(token.issuedAt))}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Values({ task: { values } }: Pick<TaskProps, 'task'>) {
  const words = text().registrationTokens
  if (values.status !== 'ready') return null
  const messages = values.value.map(actions.messageText)
  return (
    <section aria-label={words.values} className={styles.form}>
      <ul className={styles.list}>
        {values.value.map((each, index) => (
          <li key={each.serial} className={styles.value}>
            <bdi className={styles.quiet}>{each.serial}</bdi>
            <code className={styles.code}>{each.value}</code>
            <span className={styles.copies}>
              <CopyButton value={each.value}>{words.copyValue}</CopyButton>
              <CopyButton value={messages[index]!}>{words.copyMessage}</CopyButton>
            </span>
          </li>
        ))}
      </ul>
      {messages.length > 1 && (
        <div>
          <CopyButton value={messages.join('\n\n———\n\n')}>{words.copyAll}</CopyButton>
        </div>
      )}
      <p className={styles.quiet}>{words.shown}</p>
    </section>
  )
}

function Keep({ store }: StoreProps) {
  const desk = useDesk()
  const words = text().registrationTokens
  const [value, setValue] = useState('')
  const [factor, setFactor] = useState<'single' | 'two'>('single')
  const isValid = /^[A-Za-z0-9]{6,20}$/.test(value.trim())
  return (
    <Disclosure title={words.keep.title}>
      <div className={styles.form}>
        <TextField
          label={words.keep.value}
          kind="password"
          value={value}
          onChange={setValue}
          maxLength={20}
          error={value === '' || isValid ? '' : words.keep.wrong}
        />
        <RadioLine
          label={words.factor}
          fullLabel={words.keep.title}
          options={(['single', 'two'] as const).map((each) => ({ value: each, text: words.factors[each] }))}
          value={factor}
          onChange={setFactor}
        />
        <div>
          <Button
            isDisabled={!isValid}
            onPress={() => {
              void actions.keepValue(store, desk, { value: value.trim(), factor })
              setValue('')
            }}
          >
            {words.keep.submit}
          </Button>
        </div>
      </div>
    </Disclosure>
  )
}
