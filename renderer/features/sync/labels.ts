import type { EventKind } from '../../../shared/model/device.ts'
import type { RunState, SyncMode } from '../../../shared/model/sync-run.ts'
import { text } from '../../lib/text.ts'
import type { IconName } from '../../ui/Icon.tsx'
import type { Tone } from '../../ui/Notice.tsx'

export type RunStateLabel = { readonly text: string; readonly icon: IconName; readonly tone: Tone }

const LOOKS: Readonly<Record<RunState, Omit<RunStateLabel, 'text'>>> = {
  running: { icon: 'sync', tone: 'info' },
  done: { icon: 'check-circle', tone: 'good' },
  failed: { icon: 'close-circle', tone: 'bad' },
  cancelled: { icon: 'circle-slash', tone: 'neutral' },
  interrupted: { icon: 'circle-dashed', tone: 'warn' },
  skipped: { icon: 'minus', tone: 'neutral' },
}

/** The one name, shape and colour of each outcome of a run. */
export function runStateLabel(state: RunState): RunStateLabel {
  return { text: text().sync.states[state], ...LOOKS[state] }
}

export function modeLabel(mode: SyncMode): string {
  return text().sync.modes[mode]
}

/** What happened to a device in a run, in a word or two. */
export function changeLabel(kind: EventKind): string {
  const { kinds, other } = text().sync.details
  return kind in kinds ? kinds[kind as keyof typeof kinds] : other // own members of the catalogue
}
