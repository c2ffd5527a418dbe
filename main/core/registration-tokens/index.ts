import { MAX_REGISTRATIONS } from '../../../shared/contract/registration-tokens.ts'
import type { CallContext } from '../../../shared/contract/define.ts'
import type { DeviceSelection } from '../../../shared/contract/devices.ts'
import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { TokenStatus } from '../../../shared/model/device.ts'
import type { RegistrationTokenId, SecretId, Serial } from '../../../shared/model/ids.ts'
import { tokenStatusAfter } from '../../../shared/model/lifecycle.ts'
import {
  effectiveRule,
  registrationOutcome,
  registrationState,
  type DeviceRegistration,
  type RegistrationAct,
  type RegistrationPlan,
  type RegistrationRule,
  type RegistrationStanding,
  type RegistrationValue,
} from '../../../shared/model/registration-token.ts'
import { readPlaces } from '../../db/device-places.ts'
import { findGroup } from '../../db/groups.ts'
import {
  endRegistration,
  findRegistrable,
  forgetValue,
  insertRegistration,
  listRegistrations,
  listRules,
  listSettledValues,
  noteRegistration,
  saveRule,
  type RegistrableDevice,
  type StoredRegistration,
} from '../../db/registration-tokens.ts'
import { toStoreError } from '../../db/store-error.ts'
import type { DeviceReader } from '../devices/index.ts'
import type { CorePorts } from '../ports.ts'
import { nextTurn } from '../turn.ts'
import type { Vault } from '../vault/index.ts'
import { makeValue } from './make-value.ts'

export type RegistrationPorts = Pick<CorePorts, 'db' | 'clock' | 'random' | 'log'> & {
  readonly vault: Pick<Vault, 'put' | 'open' | 'remove' | 'requireUnlocked'>
  readonly reader: Pick<DeviceReader, 'selectIds'>
}

const KIND = 'registration-token'

/** Some milliseconds of sealing and writing, after which whoever waits gets its turn. */
const DEVICES_PER_WRITE = 100

/** Once a device is in one of these, nobody will type its token any more. */
const SETTLED: readonly TokenStatus[] = ['compliant', 'not-applicable', 'registration-expired', 'blocked']

type Wish = {
  readonly act: RegistrationAct
  readonly selection: DeviceSelection
  readonly factor?: RegistrationRule['factor'] | undefined
  readonly length?: number | undefined
}
type Context = Pick<CallContext<{ readonly done: number; readonly total: number }>, 'signal' | 'report'>

/** Issues, resets, revokes and hands over the registration tokens of devices. */
export function createRegistrationService(ports: RegistrationPorts) {
  const { db, clock, random, log, vault, reader } = ports
  const listeners = new Set<(serials: readonly Serial[]) => void>()

  function changed(serials: readonly Serial[]): void {
    for (const listener of listeners) listener(serials)
  }

  function requireDevice(serial: Serial): RegistrableDevice {
    const device = findRegistrable(db, serial, readPlaces(db))
    if (!device) throw new AppError('device.not-found', `no device has the serial number ${serial}`)
    return device
  }

  function describe(serial: Serial): DeviceRegistration {
    return db.transaction(() => {
      const { id, tokenStatus, tokenStatusAt, group } = requireDevice(serial)
      const tokens = listRegistrations(db, id).map(({ no: _no, secretId, endedBy, ...token }) => {
        const state = registrationState(endedBy, tokenStatus)
        return { ...token, state, hasValue: secretId !== null && state === 'active' }
      })
      return { serial, tokenStatus, tokenStatusAt, group, rule: effectiveRule(group, listRules(db)), tokens }
    })()
  }

  async function selected(selection: DeviceSelection) {
    const { ids, unknown } = await reader.selectIds(selection)
    const count = ids.length + unknown.length
    if (count > MAX_REGISTRATIONS) {
      const facts = { devices: count, most: MAX_REGISTRATIONS }
      throw new AppError('registration.too-many', `${count} devices are more than ${MAX_REGISTRATIONS}`, { facts })
    }
    return { ids, unknown }
  }

  async function preview({ act, selection }: Pick<Wish, 'act' | 'selection'>): Promise<RegistrationPlan> {
    const { ids, unknown } = await selected(selection)
    const plan = emptyPlan(act, ids.length, unknown.length)
    for (let from = 0; from < ids.length; from += 1000) {
      if (from > 0) await nextTurn()
      const places = readPlaces(db)
      for (const id of ids.subarray(from, from + 1000)) plan[outcomeOf(act, findRegistrable(db, id, places)!)]++
    }
    return plan
  }

  function outcomeOf(act: RegistrationAct, device: RegistrableDevice) {
    return registrationOutcome(act, standingOf(device, listRegistrations(db, device.id, 1)[0]))
  }

  async function carryOut(wish: Wish, { signal, report }: Context): Promise<RegistrationPlan> {
    const { act, selection } = wish
    if (act !== 'revoke') vault.requireUnlocked()
    const { ids, unknown } = await selected(selection)
    const plan = emptyPlan(act, ids.length, unknown.length)
    // Two devices of one hand-out never get the same value: with a short one that would happen now and then.
    const given = new Set<string>()
    try {
      for (let from = 0; from < ids.length; from += DEVICES_PER_WRITE) {
        if (from > 0) await nextTurn()
        signal.throwIfAborted()
        const outcomes = writePortion(wish, Array.from(ids.subarray(from, from + DEVICES_PER_WRITE)), given)
        for (const outcome of outcomes) plan[outcome]++
        report({ done: Math.min(from + DEVICES_PER_WRITE, ids.length), total: ids.length })
      }
    } finally {
      log.info(`registration.${act}`, { devices: plan.change })
      if (plan.change > 0)
        changed(selection.kind === 'serials' && selection.serials.length === 1 ? selection.serials : [])
    }
    return plan
  }

  function writePortion(wish: Wish, ids: readonly number[], given: Set<string>) {
    return inStore(() => {
      const [places, rules] = [readPlaces(db), listRules(db)]
      return ids.map((id) => {
        const device = findRegistrable(db, id, places)!
        const outcome = outcomeOf(wish.act, device)
        if (outcome !== 'change') return outcome
        if (wish.act === 'revoke') revokeOne(device)
        else {
          const { factor, length } = effectiveRule(device.group, rules)
          const rule = { factor: wish.factor ?? factor, length: wish.length ?? length }
          sealOne(device, { rule, act: wish.act, value: newValue(rule.length, given) })
        }
        return outcome
      })
    })
  }

  function newValue(length: number, given: Set<string>): string {
    let value = makeValue(length, random.bytes)
    while (given.has(value)) value = makeValue(length, random.bytes)
    given.add(value)
    return value
  }

  type Sealed = { readonly rule: RegistrationRule; readonly act: 'issue' | 'reset' | 'keep'; readonly value: string }

  function sealOne(device: RegistrableDevice, { rule, act, value }: Sealed): void {
    const now = clock.now()
    endLast(device, 'replaced', now)
    insertRegistration(db, {
      ...rule,
      id: random.uuid() as RegistrationTokenId, // branded where it is made
      deviceId: device.id,
      // The serial number goes in too, so that a value can never be shown for another device.
      secretId: vault.put(KIND, JSON.stringify({ serial: device.serial, value })),
      now,
    })
    const tokenStatus = tokenStatusAfter(device.tokenStatus, { kind: act === 'reset' ? 'reset' : 'issued' })
    noteRegistration(db, device, { tokenStatus, act, factor: rule.factor, now })
  }

  function revokeOne(device: RegistrableDevice): void {
    const now = clock.now()
    const [last] = listRegistrations(db, device.id, 1)
    endLast(device, 'revoked', now)
    const tokenStatus = tokenStatusAfter(device.tokenStatus, { kind: 'revoked' })
    noteRegistration(db, device, { tokenStatus, act: 'revoke', factor: last?.factor ?? 'single', now })
  }

  /** What had become of it before stays known. */
  function endLast({ id, tokenStatus }: RegistrableDevice, by: 'replaced' | 'revoked', now: number): void {
    const state = registrationState(null, tokenStatus)
    const secretId = endRegistration(db, id, state === 'active' ? by : state, now)
    if (secretId !== null) vault.remove(secretId)
  }

  /** Values of devices that have enrolled, or are blocked, meanwhile: nothing is kept that nobody can need. */
  function settle(): void {
    const settled = listSettledValues(db, SETTLED)
    if (settled.length === 0) return
    inStore(() => {
      for (const { no, secretId } of settled) {
        forgetValue(db, no)
        vault.remove(secretId)
      }
    })
    log.info('registration.forgotten', { values: settled.length })
    changed([])
  }

  function reveal(serials: readonly Serial[]): readonly RegistrationValue[] {
    vault.requireUnlocked()
    const places = readPlaces(db)
    const values = serials.flatMap((serial) => {
      const device = findRegistrable(db, serial, places)
      const token = device && listRegistrations(db, device.id, 1)[0]
      if (!token?.secretId || registrationState(token.endedBy, device!.tokenStatus) !== 'active') return []
      const { user, friendlyName: deviceName } = device!
      return [{ serial, value: openValue(token.secretId, serial), factor: token.factor, user, deviceName }]
    })
    if (values.length === 0) throw new AppError('registration.none', 'none of these devices has an active one')
    log.info('registration.shown', { values: values.length })
    return values
  }

  function openValue(id: SecretId, serial: Serial): string {
    const text = Buffer.from(vault.open(id, KIND).reveal()).toString()
    const sealed = JSON.parse(text) as { readonly serial: string; readonly value: string } // sealed by this file
    if (sealed.serial === serial) return sealed.value
    throw new AppError('vault.damaged', 'the sealed value is of another device', { facts: { kind: KIND } })
  }

  function inStore<T>(write: () => T): T {
    try {
      return db.transaction(write).immediate()
    } catch (error) {
      throw toStoreError(error, db.name)
    }
  }

  function rules() {
    return [...listRules(db)].map(([group, rule]) => ({ group, ...rule }))
  }

  const handlers: CoreHandlers['registrationTokens'] = {
    show: ({ serial }) => describe(serial),
    preview,
    make: carryOut,
    revoke: ({ selection }, context) => carryOut({ act: 'revoke', selection }, context),
    reveal: ({ serials }) => reveal(serials),
    rules,

    keep: ({ serial, value, factor }) => {
      vault.requireUnlocked()
      inStore(() => {
        const device = requireDevice(serial)
        if (device.tokenStatus === 'blocked') throw new AppError('registration.blocked', `${serial} is on a deny list`)
        const text = value.reveal()
        sealOne(device, { rule: { factor, length: text.length }, act: 'keep', value: text })
      })
      log.info('registration.keep', { devices: 1 })
      changed([serial])
      return describe(serial)
    },

    setRule: ({ group, rule }) => {
      inStore(() => {
        const found = findGroup(db, group)
        if (!found) throw new AppError('group.not-found', `there is no group ${group}`)
        saveRule(db, found.no, rule)
      })
      changed([])
      return rules()
    },
  }

  return {
    handlers,
    settle,
    onChanged: (listener: (serials: readonly Serial[]) => void): void => void listeners.add(listener),
  }
}

function standingOf(device: RegistrableDevice, last: StoredRegistration | undefined): RegistrationStanding {
  const { isPresent, tokenStatus } = device
  return { isPresent, tokenStatus, lastState: last ? registrationState(last.endedBy, tokenStatus) : null }
}

type Counts = { -readonly [K in keyof RegistrationPlan]: RegistrationPlan[K] }

/** Unknown serial numbers are gone; there is nothing of theirs to revoke. */
function emptyPlan(act: RegistrationAct, known: number, unknown: number): Counts {
  const isRevoke = act === 'revoke'
  return {
    total: known + unknown,
    change: 0,
    same: 0,
    none: isRevoke ? unknown : 0,
    blocked: 0,
    gone: isRevoke ? 0 : unknown,
  }
}
