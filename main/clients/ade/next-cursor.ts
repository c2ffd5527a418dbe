/** The members of a page stand before or after its list of devices. */
const EDGE_LENGTH = 2048

/**
 * The cursor of the next page, found in the text of an answer without reading all of it: a page of a thousand devices
 * takes milliseconds to parse, in which the next request could be under way. A guess, because the words might also
 * belong to a device; undefined where nothing is found or nothing follows.
 */
export function nextCursorIn(text: string): string | undefined {
  const edges = text.length <= 2 * EDGE_LENGTH ? text : text.slice(0, EDGE_LENGTH) + '\n' + text.slice(-EDGE_LENGTH)
  if (!/"more_to_follow"\s*:\s*true/.test(edges)) return undefined
  return /"cursor"\s*:\s*"([^"\\]{1,1000})"/.exec(edges)?.[1]
}
