import type { DeviceSelection } from '../../../shared/contract/devices.ts'
import type { CoreHandlers } from '../../../shared/contract/index.ts'
import type { CallContext } from '../../../shared/contract/define.ts'
import { AppError } from '../../../shared/errors.ts'
import type { RegistrationTokenId, Serial } from '../../../shared/model/ids.ts'
import {
  effectiveRule,
  type DeviceRegistration,
  type RegistrationAct,
  type RegistrationFactor,
  type RegistrationPlan,
  type RegistrationRule,
  type RegistrationToken,
} from '../../../shared/model/registration-token.ts'

/** A portion of many devices takes so long. */
const PORTION_MS = 150
const PORTION = 100

const DAY_MS = 86_400_000
const GROUP = '/Global/EMEA/Berlin'

/** One device at a time is remembered; many are answered with round numbers. */
export function fakeRegistrationHandlers(
  changed: (serials: readonly Serial[]) => void,
): CoreHandlers['registrationTokens'] {
  const tokens = new Map<Serial, readonly RegistrationToken[]>()
  const values = new Map<Serial, string>()
  const rules = new Map<string, RegistrationRule>([
    ['/Global/EMEA', { factor: 'two', length: 12 }],
    ['/Global/Nordwest/EMEA', { factor: 'two', length: 12 }],
  ])

  function show(serial: Serial): DeviceRegistration {
    const known = tokens.get(serial) ?? []
    const state = known[0]?.state
    const tokenStatus = state === 'active' ? 'registration-active' : state ? 'registration-expired' : 'none'
    const rule = effectiveRule(GROUP, rules)
    return { serial, tokenStatus, tokenStatusAt: state ? Date.now() : null, group: GROUP, rule, tokens: known }
  }

  function end(serial: Serial, state: 'revoked' | 'replaced'): readonly RegistrationToken[] {
    const known = tokens.get(serial) ?? []
    return known.map((token) =>
      token.state === 'active' ? { ...token, state, endedAt: Date.now(), hasValue: false } : token,
    )
  }

  function put(serial: Serial, rule: RegistrationRule, value: string): void {
    const id = `r${values.size}-${Date.now()}` as RegistrationTokenId // branded where it is made
    const token = {
      ...rule,
      id,
      state: 'active',
      issuedAt: Date.now() - DAY_MS,
      endedAt: null,
      hasValue: true,
    } as const
    tokens.set(serial, [token, ...end(serial, 'replaced')])
    values.set(serial, value)
    changed([serial])
  }

  function planOf(act: RegistrationAct, selection: DeviceSelection): RegistrationPlan {
    if (selection.kind === 'matching' || selection.serials.length > 1)
      return { total: 812, change: 768, same: 30, none: 0, blocked: 2, gone: 12 }
    const isActive = tokens.get(selection.serials[0]!)?.[0]?.state === 'active'
    const outcome = act === 'issue' ? (isActive ? 'same' : 'change') : isActive ? 'change' : 'none'
    return { total: 1, change: 0, same: 0, none: 0, blocked: 0, gone: 0, [outcome]: 1 }
  }

  const oneOf = (selection: DeviceSelection) =>
    selection.kind === 'serials' && selection.serials.length === 1 ? selection.serials[0]! : null

  return {
    show: ({ serial }) => show(serial),
    preview: ({ act, selection }) => planOf(act, selection),
    make: async ({ act, selection, factor, length }, context) => {
      const plan = planOf(act, selection)
      const serial = oneOf(selection)
      if (!serial) await goThrough(plan.total, context)
      const rule = effectiveRule(GROUP, rules)
      const wanted: RegistrationRule = { factor: factor ?? rule.factor, length: length ?? rule.length }
      if (serial && plan.change === 1) put(serial, wanted, 'K7QMWX4HPR2TYC9VBDFG'.slice(0, wanted.length))
      return plan
    },
    keep: ({
      serial,
      value,
      factor,
    }: {
      serial: Serial
      value: { reveal: () => string }
      factor: RegistrationFactor
    }) => {
      put(serial, { factor, length: value.reveal().length }, value.reveal())
      return show(serial)
    },
    revoke: async ({ selection }, context) => {
      const plan = planOf('revoke', selection)
      const serial = oneOf(selection)
      if (!serial) await goThrough(plan.total, context)
      if (serial) tokens.set(serial, end(serial, 'revoked'))
      changed(serial ? [serial] : [])
      return plan
    },
    reveal: ({ serials }) => {
      const found = serials.flatMap((serial) => {
        const token = tokens.get(serial)?.[0]
        if (token?.state !== 'active') return []
        return [
          { serial, value: values.get(serial)!, factor: token.factor, user: 'anna.berg', deviceName: 'iPad Berlin' },
        ]
      })
      if (found.length === 0) throw new AppError('registration.none', 'none of these devices has an active one')
      return found
    },
    rules: () => [...rules].map(([group, rule]) => ({ group, ...rule })),
    setRule: ({ group, rule }) => {
      if (rule) rules.set(group, rule)
      else rules.delete(group)
      return [...rules].map(([path, each]) => ({ group: path, ...each }))
    },
  }
}

type Context = Pick<CallContext<{ readonly done: number; readonly total: number }>, 'signal' | 'report'>

async function goThrough(total: number, { signal, report }: Context): Promise<void> {
  for (let done = 0; done < total; done += PORTION) {
    signal.throwIfAborted()
    report({ done: Math.min(total, done + PORTION), total })
    await new Promise((resolve) => setTimeout(resolve, PORTION_MS))
  }
}
