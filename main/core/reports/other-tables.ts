import type { Credential } from '../../../shared/model/credential.ts'
import type { SyncRun } from '../../../shared/model/sync-run.ts'
import type { ReportTable, TableColumn, Value } from './table.ts'

const CREDENTIAL_COLUMNS: readonly TableColumn<Credential>[] = [
  text('Kind', ({ kind }) => kind),
  text('Name', ({ name }) => name),
  time('Expires', ({ expiresAt }) => expiresAt),
  number('Days Left', ({ daysLeft }) => daysLeft),
  number('Level', ({ level }) => level),
  text('State', ({ state }) => state),
  time('State Since', ({ stateSince }) => stateSince),
  text('Owner', ({ owner }) => owner?.name ?? null),
  text('Owner Email', ({ owner }) => owner?.email ?? null),
  text('Deputy', ({ deputy }) => deputy?.name ?? null),
  text('Deputy Email', ({ deputy }) => deputy?.email ?? null),
  text('Account', ({ account }) => account),
  text('Organization', ({ organization }) => organization),
  text('Topic', ({ push }) => push?.topic ?? null),
  time('Verified', ({ verifiedAt }) => verifiedAt),
  text('Note', ({ note }) => note),
]

/** Everything that expires, the next one first. Holds nothing secret. */
export function credentialTable(credentials: readonly Credential[]): ReportTable<Credential> {
  return {
    columns: CREDENTIAL_COLUMNS,
    total: credentials.length,
    async *batches() {
      yield credentials
    },
  }
}

const RUN_COLUMNS: readonly TableColumn<SyncRun>[] = [
  text('Token', ({ token }) => token),
  text('Mode', ({ mode }) => mode),
  text('State', ({ state }) => state),
  time('Started', ({ startedAt }) => startedAt),
  time('Finished', ({ finishedAt }) => finishedAt),
  number('Requests', ({ requests }) => requests),
  number('Pages', ({ pages }) => pages),
  number('Received', ({ received }) => received),
  number('Added', ({ added }) => added),
  number('Modified', ({ modified }) => modified),
  number('Removed', ({ removed }) => removed),
  number('Unchanged', ({ unchanged }) => unchanged),
  number('Found Only By Fetch', ({ foundOnlyByFetch }) => foundOnlyByFetch),
  number('Assigned', ({ assigned }) => assigned),
  text('Warning', ({ warning }) => warning),
  text('Error', ({ error }) => error?.code ?? null),
  text('Error Message', ({ error }) => error?.message ?? null),
  text('Run', ({ id }) => id),
]

/** Runs, the newest first; `pages` gives them some at a time. */
export function runTable(total: number, pages: () => AsyncIterable<readonly SyncRun[]>): ReportTable<SyncRun> {
  return { columns: RUN_COLUMNS, total, batches: pages }
}

function text<R>(title: string, valueOf: (row: R) => Value): TableColumn<R> {
  return { title, kind: 'text', valueOf }
}

function number<R>(title: string, valueOf: (row: R) => Value): TableColumn<R> {
  return { title, kind: 'number', valueOf }
}

function time<R>(title: string, valueOf: (row: R) => Value): TableColumn<R> {
  return { title, kind: 'time', valueOf }
}
