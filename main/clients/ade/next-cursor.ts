/** The members of a page stand before or after its list of devices. */
const EDGE_BYTES = 2048

/**
 * The cursor of the next page, found in the pieces of an answer without reading all of it: a page of a thousand devices
 * takes milliseconds to parse, in which the next request could be under way. A guess, because the words might also
 * belong to a device; undefined where nothing is found or nothing follows.
 */
export function nextCursorIn(pieces: readonly Uint8Array[]): string | undefined {
  const edges = `${firstText(pieces)}\n${lastText(pieces)}`
  if (!/"more_to_follow"\s*:\s*true/.test(edges)) return undefined
  return /"cursor"\s*:\s*"([^"\\]{1,1000})"/.exec(edges)?.[1]
}

function firstText([first]: readonly Uint8Array[]): string {
  return first === undefined ? '' : Buffer.from(first.subarray(0, EDGE_BYTES)).toString()
}

function lastText(pieces: readonly Uint8Array[]): string {
  const last: Uint8Array[] = []
  let size = 0
  for (let at = pieces.length - 1; at >= 0 && size < EDGE_BYTES; at--) {
    const piece = pieces[at]!.subarray(size - EDGE_BYTES)
    last.unshift(piece)
    size += piece.length
  }
  return Buffer.concat(last).toString()
}
