/** The places of the window in the order of the sidebar and of the menu; the number of the first nine is their key. */
export const PLACES = [
  'overview',
  'groups',
  'tokens',
  'profiles',
  'devices',
  'sync',
  'reconcile',
  'troubleshoot',
  'reports',
  'settings',
] as const
export type Place = (typeof PLACES)[number]

/** The digit that leads there with Ctrl or Cmd; undefined past the ninth. */
export function placeDigit(place: Place): number | undefined {
  const number = PLACES.indexOf(place) + 1
  return number <= 9 ? number : undefined
}

export function placeOfDigit(digit: number): Place | undefined {
  return digit <= 9 ? PLACES[digit - 1] : undefined
}
