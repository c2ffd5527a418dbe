import type { common as en } from '../en/common.ts'
import type { Translated } from '../index.ts'

export const common: Translated<typeof en> = {
  cancel: 'Abbrechen',
  close: 'Schließen',
  copy: 'Kopieren',
  copyRefused:
    'Nicht kopiert: Das System hat den Zugriff auf die Zwischenablage verweigert. Klicken Sie in dieses Fenster und kopieren Sie dann erneut.',
  retry: 'Erneut versuchen',
}
