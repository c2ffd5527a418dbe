import type { AdeClient, Credentials } from '../clients/ade/client-type.ts'
import type { ReadDb, WriteDb } from '../db/open.ts'
import type { Clock } from '../ports/clock.ts'
import type { Files } from '../ports/files.ts'
import type { Log } from '../ports/log.ts'
import type { NetworkSettings } from '../ports/network.ts'
import type { Random } from '../ports/random.ts'
import type { OsSealing } from '../ports/sealing.ts'
import type { TokenFiles } from './tokens/index.ts'

/** What the core asks of the world. Built once in an entry (`main/index.ts`, `main/cli.ts`, a test). */
export type CorePorts = {
  readonly db: WriteDb
  readonly dataDir: string
  readonly version: string
  /** Versions of what runs the program, for `doctor`: Node, SQLite, Electron, the platform. */
  readonly runtime: Readonly<Record<string, string>>
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly sealing: OsSealing
  readonly files: Files
  readonly network: NetworkSettings
  /** The functions of `main/clients/token-file`. */
  readonly tokenFiles: TokenFiles
  readonly openAdeClient: (credentials: Credentials, network: NetworkSettings) => AdeClient
}

export type { ReadDb, WriteDb }
