import type { ui as en } from '../en/ui.ts'
import type { Translated } from '../index.ts'

export const ui: Translated<typeof en> = {
  cancel: 'Abbrechen',
  close: 'Schließen',
  dismiss: 'Ausblenden',
  copy: (label) => `${label} kopieren`,
  copied: 'Kopiert',
  copiedLabel: (label) => `${label} kopiert`,
  clearSearch: 'Suche leeren',
}
