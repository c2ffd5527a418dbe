/** What a Mac printed for `profiles show` or `profiles status` of its enrollment. Null: it did not say. */
export type MacReading = {
  /** `shown`: a configuration was printed. `empty`: the answer was that there is none. */
  readonly configuration: 'shown' | 'empty' | null
  readonly byAde: boolean | null
  readonly enrolled: 'yes' | 'user-approved' | 'no' | null
  /** Host of the management server, without path. */
  readonly server: string | null
}

const HEADINGS = ['device enrollment configuration:', 'geräteregistrierungskonfiguration:']
const KEYS = ['configurationurl', 'ismandatory', 'issupervised', 'awaitdeviceconfigured', 'organizationmagic']
const NOTHING = ['(null)', '{}', '{ }', 'null']

const BY_ADE = /enrolled via dep: ?(yes|no|ja|nein)/
const ENROLLED = /mdm enrollment: ?(yes|no|ja|nein)( ?\((?:user approved|vom benutzer genehmigt)\))?/
const SERVER = /mdm server: ?https?:\/\/([\w.-]{1,253})/

/** Reads a folded text. */
export function readMac(text: string): MacReading {
  return { configuration: readConfiguration(text), ...readStatus(text) }
}

function readConfiguration(text: string): MacReading['configuration'] {
  const heading = HEADINGS.find((words) => text.includes(words))
  if (KEYS.filter((key) => text.includes(key)).length >= 2) return 'shown'
  if (heading === undefined) return null
  const start = text.lastIndexOf(heading) + heading.length
  const rest = text.slice(start, start + 40).trim()
  return rest === '' || NOTHING.some((nothing) => rest.startsWith(nothing)) ? 'empty' : null
}

function readStatus(text: string): Omit<MacReading, 'configuration'> {
  const byAde = BY_ADE.exec(text)?.[1]
  const enrolled = ENROLLED.exec(text)
  return {
    byAde: byAde === undefined ? null : isYes(byAde),
    enrolled: enrolled === null ? null : !isYes(enrolled[1]) ? 'no' : enrolled[2] ? 'user-approved' : 'yes',
    server: SERVER.exec(text)?.[1] ?? null,
  }
}

function isYes(word: string | undefined): boolean {
  return word === 'yes' || word === 'ja'
}
