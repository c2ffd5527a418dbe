import { effectiveRule, type EffectiveRule, type RegistrationRule } from '../../../shared/model/registration-token.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce } from '../../lib/feedback.ts'
import { fromResult, startLoading } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { ancestorsOf, nameOf } from './paths.ts'
import type { GroupsStore, RulesByGroup } from './store.ts'

/** What groups want new registration tokens to look like. */
export async function loadRules(store: GroupsStore, { api }: Desk): Promise<void> {
  store.setState(({ rules }) => ({ rules: startLoading(rules) }))
  const answer = fromResult(await api.registrationTokens.rules({}))
  store.setState({ rules: answer.status === 'ready' ? { ...answer, value: byGroup(answer.value) } : answer })
}

/** From now on this counts at the group and below; null: what the group above wants. */
export async function setRule(
  store: GroupsStore,
  desk: Desk,
  { group, rule }: { readonly group: string; readonly rule: RegistrationRule | null },
): Promise<void> {
  store.setState({ ruleError: null })
  const result = await desk.api.registrationTokens.setRule({ group, rule })
  if (!result.ok) return store.setState({ ruleError: result.error })
  store.setState({ rules: { status: 'ready', value: byGroup(result.value) } })
  announce(desk.feedback, text().groups.rule.saved(nameOf(group)))
}

export type RuleStep = { readonly group: string; readonly found: 'override' | 'inherit' | 'nothing-above' }

/** The rule that counts at a group, and the way it was found: the group itself first. */
export function findRule(
  rules: RulesByGroup,
  group: string,
): { readonly rule: EffectiveRule; readonly trace: readonly RuleStep[] } {
  const rule = effectiveRule(group, rules)
  const line = [group, ...ancestorsOf(group)]
  const way = rule.from === null ? line : line.slice(0, line.indexOf(rule.from) + 1)
  const trace = way.map((step, place): RuleStep => {
    if (place < way.length - 1) return { group: step, found: 'inherit' }
    return { group: step, found: rule.from === null ? 'nothing-above' : 'override' }
  })
  return { rule, trace }
}

function byGroup(rules: readonly ({ readonly group: string } & RegistrationRule)[]): RulesByGroup {
  return new Map(rules.map(({ group, factor, length }) => [group, { factor, length }]))
}
