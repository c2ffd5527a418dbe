import type { Pane, PaneState } from '../../../shared/model/setup-assistant.ts'
import { text } from '../../lib/text.ts'
import type { IconName } from '../../ui/Icon.tsx'
import { ToggleTile, type ToggleTileProps } from '../../ui/ToggleTile.tsx'

const ICONS: Readonly<Record<PaneState, IconName>> = {
  shown: 'check-circle',
  skipped: 'circle-slash',
  unsure: 'circle-help',
  absent: 'minus',
}
const LOOKS: Readonly<Record<PaneState, ToggleTileProps['look']>> = {
  shown: 'full',
  skipped: 'hollow',
  unsure: 'striped',
  absent: 'hollow',
}

export type PaneTileProps = {
  readonly pane: Pane
  readonly number: number | null
  readonly isSkipped: boolean
  readonly onToggle: () => void
}

/** One pane; pressed in when a person meets it. */
export function PaneTile({ pane, number, isSkipped, onToggle }: PaneTileProps) {
  const { states, names } = text().profiles.assistant
  const known: Readonly<Record<string, string>> = names
  // On a system without it the pane may still be skipped for others, which is what a press changes.
  const detail = pane.state === 'absent' && isSkipped ? `${states.absent} · ${states.skipped}` : states[pane.state]
  return (
    <li>
      <ToggleTile
        title={known[pane.key] ?? pane.key}
        detail={detail}
        icon={ICONS[pane.state]}
        look={LOOKS[pane.state]}
        isSelected={!isSkipped}
        onChange={onToggle}
        number={number}
      />
    </li>
  )
}
