import type { frame as en } from '../en/frame.ts'
import type { Translated } from '../index.ts'

export const frame: Translated<typeof en> = {
  places: {
    overview: 'Übersicht',
    groups: 'Gruppen',
    tokens: 'Token',
    devices: 'Geräte',
    sync: 'Abgleich',
    settings: 'Einstellungen',
  },
}
