import type { Command } from '../../lib/command.ts'
import { text } from '../../lib/text.ts'
import type { ChosenDevices } from './batch-actions.ts'

/** What the palette offers for the devices that are selected, or for the one that is open. Nothing without any. */
export function diagnosisCommands(
  chosen: ChosenDevices,
  diagnose: (chosen: ChosenDevices) => void,
): readonly Command[] {
  if (chosen.count === 0) return []
  const words = text().troubleshoot
  return [
    {
      id: 'diagnosis:chosen',
      section: 'actions',
      title: chosen.count === 1 ? words.diagnose : words.diagnoseChosen,
      detail: words.about(chosen.count),
      icon: 'stethoscope',
      run: () => diagnose(chosen),
    },
  ]
}
