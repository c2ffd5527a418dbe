import type { overview as en } from '../en/overview.ts'
import type { Translated } from '../index.ts'
import { quantity } from './words.ts'

export const overview: Translated<typeof en> = {
  attention: 'Braucht Aufmerksamkeit',
  more: (count) => `Alle ${quantity(count, 'Hinweis', 'Hinweise')} zeigen`,
  well: 'Alles in Ordnung',
  wellText: (ago) => `Es gibt nichts zu tun. Zuletzt wurde alles ${ago} geprüft.`,
  reading: 'Wird gelesen …',
  tokens: {
    all: (count) => `Alle ${quantity(count, 'Token', 'Token')} zeigen`,
    fewer: 'Weniger zeigen',
    show: (token) => `Token ${token} zeigen`,
  },
  calendar: {
    title: 'Ablaufkalender',
    today: 'Heute',
    expires: (distance, date) => `läuft ${distance} ab, ${date}`,
    expired: (ago, date) => `${ago} abgelaufen, ${date}`,
    note: 'Token und das Push-Zertifikat werden jedes Jahr erneuert, und zwar von Ihnen. Registrierte Geräte bleiben registriert, wenn ein Token abläuft.',
    all: (count) => `Alle ${count} zeigen`,
    show: (name) => `${name} zeigen`,
    save: 'Als .ics sichern',
    export: 'Als CSV exportieren',
  },
  devices: {
    title: 'Geräte nach Zustand',
    total: (count) => quantity(count, 'Gerät', 'Geräte'),
    link: (dimension, value, count) => `${dimension}, ${value}: ${quantity(count, 'Gerät', 'Geräte')} zeigen`,
    none: 'Noch keine Geräte. Der erste Abgleich bringt sie.',
  },
  runs: {
    title: 'Läufe',
    token: 'Token',
    state: 'Zustand',
    last: 'Letzter Lauf',
    next: 'Nächster Lauf',
    never: 'Noch keiner',
    lastEnded: (state, ago) => `${state}, ${ago}`,
    show: 'Läufe zeigen',
  },
  first: {
    title: 'Verbinden Sie Ihr erstes Token',
    text: 'Mit einem Server-Token fragt ADE Desk Apple, welche Geräte zu Ihrer Organisation gehören. Alles Weitere beginnt damit.',
    steps: {
      key: 'ADE Desk erzeugt ein Schlüsselpaar und speichert dessen Zertifikat.',
      portal: 'Sie geben das Zertifikat Ihrem Server in Apple Business Manager oder School Manager.',
      file: 'Sie bringen die Token-Datei zurück; sie wird bei Apple geprüft, bevor sie gespeichert wird.',
    },
    who: 'Das dauert etwa fünf Minuten und braucht im Portal die Rolle Administrator oder Geräteregistrierungs-Manager.',
    connect: 'Erstes Token verbinden',
    demo: 'Mit Demodaten ausprobieren',
    demoText:
      'Demodaten kommen aus einem eingebauten Simulator, getrennt von Ihren eigenen. Apple wird nichts gefragt.',
  },
}
