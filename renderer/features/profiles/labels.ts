import type { Profile, VersionState } from '../../../shared/model/profile.ts'
import { text } from '../../lib/text.ts'
import type { StatusBadgeProps } from '../../ui/StatusBadge.tsx'

/** The state of a whole profile: what needs a person first. */
export function profileLabel({ versions, isEdited }: Profile): StatusBadgeProps {
  const words = text().profiles.card
  if (versions.length === 0) return { text: words.draft, icon: 'circle-dashed', tone: 'neutral' }
  const newest = newestByToken(versions)
  if (newest.some(({ state }) => state === 'gone')) return { text: words.gone, icon: 'cloud-off', tone: 'bad' }
  if (newest.some(({ state }) => state === 'unknown')) return { text: words.unknown, icon: 'circle-help', tone: 'warn' }
  if (isEdited) return { text: words.edited, icon: 'pencil', tone: 'info' }
  return { text: words.published, icon: 'check-circle', tone: 'good' }
}

const VERSION_LOOKS: Readonly<Record<VersionState, Omit<StatusBadgeProps, 'text'>>> = {
  defining: { icon: 'hourglass', tone: 'info' },
  published: { icon: 'check-circle', tone: 'good' },
  unknown: { icon: 'circle-help', tone: 'warn' },
  gone: { icon: 'cloud-off', tone: 'bad' },
}

export function versionLabel(state: VersionState): StatusBadgeProps {
  return { ...VERSION_LOOKS[state], text: text().profiles.versions.states[state] }
}

/** The first of each token in a list that is newest first. */
export function newestByToken(versions: Profile['versions']): Profile['versions'] {
  return versions.filter(({ token }, at) => versions.findIndex((one) => one.token === token) === at)
}
