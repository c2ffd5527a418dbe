import type { common as en } from '../en/common.ts'
import type { Translated } from '../index.ts'

export const common: Translated<typeof en> = {
  cancel: 'Abbrechen',
  close: 'Schließen',
  copy: 'Kopieren',
  retry: 'Erneut versuchen',
}
