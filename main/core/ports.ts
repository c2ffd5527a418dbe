import type { AdeClient, Credentials } from '../clients/ade/client-type.ts'
import type { EnrollmentClient } from '../clients/enrollment/client-type.ts'
import type { MdmServerClient } from '../clients/mdm-server/client-type.ts'
import type { ReadDb, WriteDb } from '../db/open.ts'
import type { VppClient } from '../clients/vpp/client-type.ts'
import type { Secret } from '../../shared/secret.ts'
import type { Clock } from '../ports/clock.ts'
import type { Files } from '../ports/files.ts'
import type { Log } from '../ports/log.ts'
import type { NetworkSettings } from '../ports/network.ts'
import type { Random } from '../ports/random.ts'
import type { OsSealing } from '../ports/sealing.ts'
import type { SystemProxy } from './netcheck/index.ts'
import type { CredentialFiles } from './credentials/index.ts'
import type { TokenFiles } from './tokens/index.ts'
import type { ScryptCost } from './vault/index.ts'

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
  /** What stretching a passphrase costs; lower in tests only. */
  readonly cost?: ScryptCost
  readonly files: Files
  readonly network: NetworkSettings
  /** The functions of `main/clients/token-file`. */
  readonly tokenFiles: TokenFiles
  /** Only a shell that can ask the operating system has it. */
  readonly systemProxy?: SystemProxy | undefined
  /** The functions of `main/clients/credential-files`. */
  readonly credentialFiles: CredentialFiles
  readonly openVppClient: (stoken: Secret, network: NetworkSettings) => VppClient
  readonly openAdeClient: (credentials: Credentials, network: NetworkSettings) => AdeClient
  readonly openEnrollmentClient: (network: NetworkSettings) => EnrollmentClient
  readonly openMdmServer: (network: NetworkSettings) => MdmServerClient
}

export type { ReadDb, WriteDb }
