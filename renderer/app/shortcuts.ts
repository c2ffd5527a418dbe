import { placeOfDigit, type Place } from '../../shared/model/places.ts'

export type Shortcut =
  | { readonly kind: 'palette' }
  | { readonly kind: 'key-map' }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'next-part'; readonly isBack: boolean }

/** The part of a keyboard event that decides. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  /** The focus is where text is typed: single letters belong to it. */
  readonly isTyping: boolean
}

/** What a key press asks of the window, whatever has the focus. `undefined`: it is none of ours. */
export function shortcutOf(press: KeyPress, isMac: boolean): Shortcut | undefined {
  const { key, altKey, shiftKey, isTyping } = press
  const hasCommand = isMac ? press.metaKey && !press.ctrlKey : press.ctrlKey && !press.metaKey
  const isPlain = !press.ctrlKey && !press.metaKey && !altKey
  if (key === 'F6' && isPlain) return { kind: 'next-part', isBack: shiftKey }
  if (key === '?' && isPlain && !isTyping) return { kind: 'key-map' }
  if (!hasCommand || altKey || shiftKey) return undefined
  if (key.toLowerCase() === 'k') return { kind: 'palette' }
  if (key === ',') return { kind: 'place', place: 'settings' }
  const place = /^[1-9]$/.test(key) ? placeOfDigit(Number(key)) : undefined
  return place && { kind: 'place', place }
}

/** The platform's sign for its command key. */
export function commandKey(isMac: boolean): string {
  return isMac ? '⌘' : 'Ctrl'
}

export function isMacPlatform(): boolean {
  return globalThis.navigator.userAgent.includes('Mac')
}
