import type { IconName } from '../../ui/Icon.tsx'

const TYPE_ICONS: Readonly<Record<string, IconName>> = {
  Global: 'globe',
  Partner: 'handshake',
  Customer: 'building',
  Container: 'box',
  Prospect: 'circle-dashed',
  Division: 'layers',
  Region: 'map-pin',
}

/** A picture per type; one somebody made up behaves like a Container and looks like one. */
export function typeIcon(type: string): IconName {
  return TYPE_ICONS[type] ?? 'box'
}
