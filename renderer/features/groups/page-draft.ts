import type { GroupChange } from '../../../shared/contract/groups.ts'
import type { EffectiveSetting, GroupPage, PageSetting } from '../../../shared/model/group.ts'

/** A page of one group as it is being edited. */
export type PageDraft = PageSetting

/** The draft after the choice between inheriting and overriding: overriding begins with a value that makes sense. */
export function withCurrent(
  draft: PageDraft,
  current: PageSetting['current'],
  { page, effective }: { readonly page: GroupPage; readonly effective: EffectiveSetting },
): PageDraft {
  if (current === 'inherit' || draft.value !== null) return { ...draft, current }
  // A token is set at one group only, so the inherited one is no beginning.
  return { ...draft, current, value: page === 'token' ? null : effective.value }
}

/** Whether overriding lacks its value. */
export function lacksValue({ current, value }: PageDraft): boolean {
  return current === 'override' && (value === null || value.trim() === '')
}

export type DraftRequest = {
  readonly group: string
  readonly page: GroupPage
  readonly before: PageSetting
  readonly draft: PageDraft
}

/** The change that makes a draft true, with only what differs; null when nothing does. */
export function changeFrom({ group, page, before, draft }: DraftRequest): GroupChange | null {
  const value = draft.value === null ? null : draft.value.trim()
  const changes = {
    ...(draft.current === before.current ? {} : { current: draft.current }),
    ...(draft.child === before.child ? {} : { child: draft.child }),
    ...(draft.current === 'inherit' || value === before.value ? {} : { value }),
  }
  return Object.keys(changes).length === 0 ? null : { kind: 'set-page', group, page, ...changes }
}
