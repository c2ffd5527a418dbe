/** Page and batch sizes as /account announces them. */
export type Limit = { readonly default: number; readonly maximum: number }

/** How the service behaves, for every organisation of a simulator. All can be changed while it runs. */
export type Settings = {
  /** Milliseconds from the arrival of a request to its answer. */
  readonly latencyMs: number
  /** /session without `realm="ADM"` is refused. */
  readonly requireRealm: boolean
  /** Content-Type and Accept must be exactly `application/json;charset=UTF8`. */
  readonly strictHeaders: boolean
  /** Request keys that are not documented: refused with MALFORMED_REQUEST_BODY, or only noted in the request log. */
  readonly unknownKeys: 'refuse' | 'record'
  /** A session ends after this time without use. */
  readonly sessionLifetimeMs: number
  /** Every n-th answer carries a new session token and ends the old one; 0: never. */
  readonly rotateEvery: number
  /** Error words bare, as a quoted JSON string, or as `{"code":…}`. */
  readonly errorForm: 'bare' | 'quoted' | 'object'
  /** Methods that assign a profile; the others are answered 405. */
  readonly assignMethods: 'both' | 'put' | 'post'
  /** Sync with nothing new: EXHAUSTED_CURSOR, or an empty page with a fresh cursor. */
  readonly nothingNew: 'exhausted' | 'empty'
  /** Cursors are at least this many hex digits long; Apple allows 1000. */
  readonly cursorLength: number
  readonly cursorLifetimeMs: number
  /** Assigning and removing profiles shows up as `modified` in the change feed. */
  readonly profileChangesInFeed: boolean
  /** What `deleted` looks like in the feed: the whole row, or serial number and event only. */
  readonly deletedRows: 'whole' | 'bare'
  /** Protocol versions above are refused with 400; undefined: answered like the newest. */
  readonly newestVersion: number | undefined
  readonly pageLimit: Limit
  /** Serial numbers in one assign, remove or define; more are refused. */
  readonly batchLimit: Limit
  /** Announce `limit` in /account. */
  readonly announceLimits: boolean
  /** The server's clock minus the injected one, milliseconds; shows in `Date` and in every check of time. */
  readonly clockSkewMs: number
}

const DAY_MS = 86_400_000

export const DEFAULT_SETTINGS: Settings = {
  latencyMs: 0,
  requireRealm: false,
  strictHeaders: true,
  unknownKeys: 'refuse',
  sessionLifetimeMs: 180_000,
  rotateEvery: 0,
  errorForm: 'bare',
  assignMethods: 'both',
  nothingNew: 'exhausted',
  cursorLength: 0,
  cursorLifetimeMs: 7 * DAY_MS,
  profileChangesInFeed: true,
  deletedRows: 'whole',
  newestVersion: undefined,
  pageLimit: { default: 100, maximum: 1000 },
  batchLimit: { default: 1000, maximum: 1000 },
  announceLimits: true,
  clockSkewMs: 0,
}
