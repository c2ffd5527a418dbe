import { assertNever } from './errors.ts'
import type { Messages } from './messages/index.ts'
import type { EventDetail, EventKind } from './model/device.ts'
import { isTimeColumn } from './model/device-columns.ts'

export type ToldEvent = {
  readonly kind: EventKind
  readonly detail: EventDetail
  /** Name of the token it happened on. */
  readonly token: string | null
  /** Name of the token the device was on before. */
  readonly fromToken: string | null
}

/** A language, and how it spells what is no word of it. */
export type EventWords = {
  readonly words: Messages['devices']['story']
  /** What a field is called in a sentence; one of Apple's that is no column of ours keeps Apple's name. */
  readonly titleOf: (field: string) => string
  readonly moment: (at: number) => string
}

/** One line of a time line as a whole sentence. */
export function eventText({ kind, detail, token, fromToken }: ToldEvent, told: EventWords): string {
  const { words } = told
  const here = token ?? ''
  const reason = textOf(detail, 'reason')
  const outcome = textOf(detail, 'outcome') ?? words.noAnswer
  const serial = textOf(detail, 'serial') ?? words.otherDevice
  switch (kind) {
    case 'added':
      return words.added(here)
    case 'returned':
      return words.returned(here)
    case 'moved':
      if (reason !== undefined) return words.movedAway(here)
      return fromToken === null ? words.moved(here) : words.movedFrom(here, fromToken)
    case 'removed':
      return reason === undefined ? words.removed(here) : words.removedBecause(here, reasonText(reason, words))
    case 'modified':
      return modifiedText(detail, told)
    case 'profile-assigned':
      return words.profileAssigned(profileIn(detail, 1))
    case 'profile-pushed':
      return words.profilePushed(profileIn(detail, 1))
    case 'profile-removed':
      return words.profileRemoved(profileIn(detail, 0))
    case 'moved-group': {
      const [from, to] = [textOf(detail, 'fromGroup'), textOf(detail, 'toGroup') ?? words.noGroup]
      return from === undefined ? words.movedGroup(to) : words.movedGroupFrom(to, from)
    }
    case 'assignment-answered': {
      const profile = textOf(detail, 'profileUuid')
      return profile === undefined ? words.unassigning(outcome) : words.assigning(profile, outcome)
    }
    case 'release-answered':
      return words.releasing(outcome)
    case 'lock-answered':
      return words.locking(outcome)
    case 'registration-token': {
      const act = textOf(detail, 'act') ?? ''
      const known: Readonly<Record<string, string>> = words.registration
      return Object.hasOwn(known, act) ? known[act]! : words.otherRegistration
    }
    case 'diagnosed':
      return textOf(detail, 'cause') === undefined ? words.diagnosedOpen : words.diagnosed
    case 'replaced-by':
      return words.replacedBy(serial)
    case 'replaces':
      return words.replaces(serial)
    case 'console-told':
      return hasChanges(detail) ? words.toldByConsole(modifiedText(detail, told)) : words.consoleTold
    default:
      return assertNever(kind)
  }
}

function reasonText(reason: string, { reasons }: EventWords['words']): string {
  return Object.hasOwn(reasons, reason) ? reasons[reason as keyof typeof reasons] : reason // own member, just asked
}

function modifiedText(detail: EventDetail, told: EventWords): string {
  const changes = Object.entries(detail).filter((entry): entry is [string, readonly unknown[]] =>
    Array.isArray(entry[1]),
  )
  if (changes.length === 0) return told.words.modified
  return changes.map(([field, [before, after]]) => changeText({ field, before, after }, told)).join(' ')
}

function hasChanges(detail: EventDetail): boolean {
  return Object.values(detail).some((change) => Array.isArray(change))
}

type Change = { readonly field: string; readonly before: unknown; readonly after: unknown }

function changeText({ field, before, after }: Change, told: EventWords): string {
  const { words } = told
  const title = told.titleOf(field)
  const [was, is] = [valueText(field, before, told), valueText(field, after, told)]
  if (was === null) return words.set(title, is ?? words.noAnswer)
  return is === null ? words.cleared(title, was) : words.changed(title, was, is)
}

function valueText(field: string, value: unknown, { words, moment }: EventWords): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' && isTimeColumn(field)) return moment(value)
  return typeof value === 'string' ? words.quoted(value) : JSON.stringify(value)
}

/** Empty where there was none. */
function profileIn(detail: EventDetail, which: 0 | 1): string {
  const change: unknown = (detail as Readonly<Record<string, unknown>>)['profileUuid'] // whatever the detail holds
  const uuid: unknown = Array.isArray(change) ? change[which] : undefined
  return typeof uuid === 'string' ? uuid : ''
}

function textOf(detail: EventDetail, member: string): string | undefined {
  const value: unknown = (detail as Readonly<Record<string, unknown>>)[member] // whatever the detail holds
  return typeof value === 'string' ? value : undefined
}
