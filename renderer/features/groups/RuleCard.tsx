import { Fragment, useState } from 'react'
import { REGISTRATION_FACTORS, type RegistrationRule } from '../../../shared/model/registration-token.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Link } from '../../ui/Link.tsx'
import { RadioLine } from '../../ui/RadioLine.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { SpokenOnly } from '../../ui/SpokenOnly.tsx'
import { readLength, ruleText } from '../registration-tokens/index.ts'
import styles from './Groups.module.css'
import { nameOf } from './paths.ts'
import { findRule, loadRules, setRule } from './rule-actions.ts'
import type { GroupsStore, RulesByGroup } from './store.ts'

export type RuleCardProps = {
  readonly store: GroupsStore
  /** Path. */
  readonly group: string
  readonly onShowGroup: (group: string) => void
}

/**
 * What new registration tokens look like at a group. No page of the tree: nobody may forbid it below, and it changes no
 * device, so it is set without a preview.
 */
export function RuleCard({ store, group, onShowGroup }: RuleCardProps) {
  const desk = useDesk()
  const rules = useStore(store, (state) => state.rules)
  const words = text().groups.rule
  return (
    <Card title={words.title}>
      {rules.status === 'failed' && (
        <FailureNotice error={rules.error}>
          <Button onPress={() => void loadRules(store, desk)}>{text().common.retry}</Button>
        </FailureNotice>
      )}
      {rules.status === 'ready' && (
        <>
          <Counts rules={rules.value} group={group} onShowGroup={onShowGroup} />
          <RuleForm
            // What was being edited ends with what it was based on.
            key={`${group} ${JSON.stringify(rules.value.get(group) ?? null)}`}
            store={store}
            rules={rules.value}
            group={group}
          />
        </>
      )}
    </Card>
  )
}

type CountsProps = Pick<RuleCardProps, 'group' | 'onShowGroup'> & { readonly rules: RulesByGroup }

/** What counts, where it comes from, and the way it was found. */
function Counts({ rules, group, onShowGroup }: CountsProps) {
  const { setting, trace: words, rule: ruleWords } = text().groups
  const { rule, trace } = findRule(rules, group)
  const { from } = rule
  return (
    <div className={styles.effective}>
      <p>
        <SpokenOnly>{`${setting.counts}: `}</SpokenOnly>
        <span className={styles.value}>{ruleText(rule)}</span>
        <span className={styles.origin}>
          {from === null && ruleWords.usual}
          {from === group && setting.setHere}
          {from !== null && from !== group && (
            <Link onPress={() => onShowGroup(from)}>{setting.setAt(nameOf(from))}</Link>
          )}
        </span>
      </p>
      <p className={styles.trace}>
        <span>{`${words.label}: `}</span>
        {trace.map((step, place) => (
          <Fragment key={step.group}>
            {place > 0 && <span aria-hidden>{' → '}</span>}
            <span className={styles.step}>
              <bdi className={styles.stepName}>{nameOf(step.group)}</bdi> {words[step.found]}
            </span>
          </Fragment>
        ))}
      </p>
    </div>
  )
}

type RuleFormProps = Pick<RuleCardProps, 'store' | 'group'> & { readonly rules: RulesByGroup }

function RuleForm({ store, rules, group }: RuleFormProps) {
  const desk = useDesk()
  const error = useStore(store, (state) => state.ruleError)
  const before = rules.get(group) ?? null
  const { rule: counting } = findRule(rules, group)
  const [isOwn, setIsOwn] = useState(before !== null)
  const [factor, setFactor] = useState(counting.factor)
  const [typed, setTyped] = useState(String(counting.length))
  const { setting, rule: words } = text().groups
  const { length: lengthLabel, lengthWrong, factor: factorLabel, factors, factorWhy } = text().registrationTokens
  const length = readLength(typed) ?? null
  const isWrong = isOwn && length === null
  const wanted: RegistrationRule | null = isOwn && length !== null ? { factor, length } : null
  const discard = () => {
    setIsOwn(before !== null)
    setFactor(counting.factor)
    setTyped(String(counting.length))
  }
  return (
    <>
      <div className={styles.settings}>
        <RadioLine
          label={setting.currentLabel}
          fullLabel={setting.current(words.title)}
          options={[
            { value: 'inherit', text: setting.inherit },
            { value: 'override', text: setting.override },
          ]}
          value={isOwn ? 'override' : 'inherit'}
          onChange={(current) => setIsOwn(current === 'override')}
        />
        <p className={styles.hint}>{words.hint}</p>
      </div>
      {isOwn && (
        <>
          <RadioLine
            label={factorLabel}
            fullLabel={`${words.title}: ${factorLabel}`}
            options={REGISTRATION_FACTORS.map((value) => ({ value, text: factors[value] }))}
            value={factor}
            onChange={setFactor}
          />
          <p className={styles.hint}>{factorWhy}</p>
          <div className={styles.narrow}>
            <TextField
              label={lengthLabel}
              value={typed}
              onChange={setTyped}
              maxLength={2}
              error={isWrong ? lengthWrong : ''}
            />
          </div>
        </>
      )}
      {error && <FailureNotice error={error} onDismiss={() => store.setState({ ruleError: null })} />}
      {(isWrong || !isSame(wanted, before)) && (
        <div className={styles.draftActions}>
          <Button
            variant="primary"
            isDisabled={isWrong}
            onPress={() => void setRule(store, desk, { group, rule: wanted })}
          >
            {words.apply}
          </Button>
          <Button variant="quiet" onPress={discard}>
            {setting.discard}
          </Button>
        </div>
      )}
    </>
  )
}

function isSame(one: RegistrationRule | null, other: RegistrationRule | null): boolean {
  return one?.factor === other?.factor && one?.length === other?.length
}
