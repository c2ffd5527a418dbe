/** Joins class names and leaves out what does not apply; always a string, as strict optional properties want. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
