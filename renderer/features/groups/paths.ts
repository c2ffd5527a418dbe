/** The last part of a path: "/Global/EMEA" is named "EMEA". */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The path of the group above; null for the root. */
export function parentOf(path: string): string | null {
  const end = path.lastIndexOf('/')
  return end <= 0 ? null : path.slice(0, end)
}

/** Every group above, nearest first. */
export function ancestorsOf(path: string): readonly string[] {
  const above: string[] = []
  for (let next = parentOf(path); next !== null; next = parentOf(next)) above.push(next)
  return above
}

/** Whether a path is a group or lies below it. */
export function isWithin(path: string, group: string): boolean {
  return path === group || path.startsWith(`${group}/`)
}

/** A path after a group was moved or renamed; one that does not lie there stays. */
export function rebase(path: string, from: string, to: string): string {
  return isWithin(path, from) ? to + path.slice(from.length) : path
}
