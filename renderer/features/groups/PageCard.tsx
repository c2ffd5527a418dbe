import { useState } from 'react'
import type { GroupChange } from '../../../shared/contract/groups.ts'
import { CHILD_PERMISSIONS, type GroupDetails, type GroupPage, type PageSetting } from '../../../shared/model/group.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { RadioLine } from '../../ui/RadioLine.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { EffectiveValue } from './EffectiveValue.tsx'
import type { NamedToken } from './GroupPanel.tsx'
import styles from './Groups.module.css'
import { changeFrom, lacksValue, withCurrent, type PageDraft } from './page-draft.ts'
import { SettingRemarks } from './SettingRemarks.tsx'
import { ValueField } from './ValueField.tsx'

export type PageCardProps = {
  readonly page: GroupPage
  readonly details: GroupDetails
  readonly tokens: readonly NamedToken[]
  readonly onShowGroup: (group: string) => void
  readonly onPreview: (change: GroupChange) => void
}

/** One page of a group: what counts and why, and what is set here. Nothing is changed before its preview. */
export function PageCard({ page, details, tokens, onShowGroup, onPreview }: PageCardProps) {
  const { group, pages, effective } = details
  const before = pages[page]
  const [draft, setDraft] = useState<PageDraft>(before)
  const { groups } = text()
  const change = changeFrom({ group: group.path, page, before, draft })
  return (
    <Card title={groups.pages[page]}>
      <EffectiveValue page={page} group={group.path} effective={effective[page]} onShowGroup={onShowGroup} />
      <div className={styles.settings}>
        <RadioLine
          label={groups.setting.currentLabel}
          fullLabel={groups.setting.current(groups.pages[page])}
          options={[
            { value: 'inherit', text: groups.setting.inherit, isDisabled: isSeat(page, before) },
            {
              value: 'override',
              text: groups.setting.override,
              isDisabled: effective[page].forbiddenBy !== null && before.current === 'inherit',
            },
          ]}
          value={draft.current}
          onChange={(current) => setDraft(withCurrent(draft, current, { page, effective: effective[page] }))}
        />
        <ChildPermission page={page} draft={draft} onChange={setDraft} />
      </div>
      {draft.current === 'override' && <ValueField page={page} draft={draft} tokens={tokens} onChange={setDraft} />}
      {isSeat(page, before) && <p className={styles.hint}>{groups.setting.tokenStays}</p>}
      <SettingRemarks page={page} details={details} onShowGroup={onShowGroup} />
      {change && (
        <div className={styles.draftActions}>
          <Button variant="primary" isDisabled={lacksValue(draft)} onPress={() => onPreview(change)}>
            {groups.setting.preview}
          </Button>
          <Button variant="quiet" onPress={() => setDraft(before)}>
            {groups.setting.discard}
          </Button>
          {lacksValue(draft) && <span className={styles.quiet}>{missingText(page)}</span>}
        </div>
      )}
    </Card>
  )
}

/** A token that is connected at a group leaves it for another group only; there is nothing to keep for later. */
function isSeat(page: GroupPage, { current }: PageSetting): boolean {
  return page === 'token' && current === 'override'
}

type ChildPermissionProps = {
  readonly page: GroupPage
  readonly draft: PageDraft
  readonly onChange: (draft: PageDraft) => void
}

function ChildPermission({ page, draft, onChange }: ChildPermissionProps) {
  const { setting, pages } = text().groups
  return (
    <SelectField
      label={setting.childLabel}
      fullLabel={`${pages[page]}: ${setting.childLabel}`}
      description={setting.childHint[draft.child]}
      options={CHILD_PERMISSIONS.map((value) => ({ value, text: setting.child[value] }))}
      value={draft.child}
      onChange={(child) => onChange({ ...draft, child })}
    />
  )
}

function missingText(page: GroupPage): string {
  const { setting } = text().groups
  if (page === 'token') return setting.chooseToken
  return page === 'schedule' ? setting.chooseInterval : setting.chooseProfile
}
