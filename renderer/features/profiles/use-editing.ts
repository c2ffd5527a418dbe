import type { JsonValue, ProfileBody, ProfileFinding } from '../../../shared/model/profile.ts'
import { useDesk } from '../../lib/desk.ts'
import { editMember } from './draft-actions.ts'
import { findingsAbout } from './finding-places.ts'
import type { OpenProfile, ProfilesStore } from './store.ts'

/** What every part of the form gets: the profile, its body as the text says it, and the way to change it. */
export type SectionProps = {
  readonly store: ProfilesStore
  readonly opened: OpenProfile
  readonly body: ProfileBody
}

export type MemberEditing = {
  readonly value: JsonValue | undefined
  readonly findings: readonly ProfileFinding[]
  readonly set: (value: JsonValue | undefined) => void
}

/** One member of the text, for a field. */
export function useMember({ store, opened, body }: SectionProps, member: string): MemberEditing {
  const desk = useDesk()
  return {
    value: Object.hasOwn(body, member) ? body[member] : undefined,
    findings: findingsAbout(opened.check, member),
    set: (value) => editMember(store, desk, member, value),
  }
}
