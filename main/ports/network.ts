import { X509Certificate } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { readBaseAddress, readProxyAddress } from '../../shared/model/address.ts'
import { nodeFiles } from './files.ts'

/** How this computer reaches Apple: plain values, so that they can be handed to a worker thread. */
export type NetworkSettings = {
  /** Base address; a path prefix is kept. Plain http is accepted for loopback only. */
  readonly appleUrl: string
  /** May hold user and password: never shown, never logged. */
  readonly proxy: string | null
  readonly noProxy: string | null
  /** True for a proxy that was named for this program: then it is used for this very computer too. */
  readonly proxiesLoopback?: boolean | undefined
  /** PEM texts trusted beside the operating system's and the built-in certificates. */
  readonly extraCertificates: readonly string[]
  /** `X-Server-Protocol-Version`. */
  readonly protocolVersion: number
}

/** What the command line was given; each member falls back to its environment variable. */
export type NetworkOptions = {
  readonly appleUrl?: string | undefined
  readonly proxy?: string | undefined
  readonly caFile?: string | undefined
}

type Env = Readonly<Record<string, string | undefined>>
type Given = { readonly text: string; readonly path: string }

export const APPLE_URL = 'https://mdmenrollment.apple.com'
export const PROTOCOL_VERSION = 10

const MAX_CERTIFICATE_FILE_BYTES = 4_194_304

/**
 * Options first, then `ADE_DESK_APPLE_URL`, `HTTPS_PROXY`, `NO_PROXY` and `NODE_EXTRA_CA_CERTS`; an empty text counts as
 * not given. Of both spellings of the proxy variables the lower-case one wins, as in curl.
 * What neither names is left to the settings of the program (`main/core/settings`).
 * Fails with `bad-input`, whose `path` is the option or variable at fault.
 */
export async function loadNetworkSettings(options: NetworkOptions, env: Env): Promise<NetworkSettings> {
  const appleUrl = given(['--apple-url', options.appleUrl], fromEnv(env, 'ADE_DESK_APPLE_URL'))
  const proxy = given(['--proxy', options.proxy], fromEnv(env, 'https_proxy'), fromEnv(env, 'HTTPS_PROXY'))
  const noProxy = given(fromEnv(env, 'no_proxy'), fromEnv(env, 'NO_PROXY'))
  const caFile = given(['--ca-file', options.caFile], fromEnv(env, 'NODE_EXTRA_CA_CERTS'))
  return {
    appleUrl: appleUrl ? readBaseAddress(appleUrl.text, appleUrl.path) : APPLE_URL,
    proxy: proxy ? readProxyAddress(proxy.text, proxy.path) : null,
    noProxy: noProxy?.text ?? null,
    proxiesLoopback: proxy?.path === '--proxy',
    extraCertificates: caFile ? await readCertificates(caFile) : [],
    protocolVersion: PROTOCOL_VERSION,
  }
}

function fromEnv(env: Env, name: string): readonly [path: string, text: string | undefined] {
  return [name, env[name]]
}

function given(...places: readonly (readonly [path: string, text: string | undefined])[]): Given | undefined {
  for (const [path, text] of places) {
    const trimmed = text?.trim()
    if (trimmed) return { text: trimmed, path }
  }
  return undefined
}

/** Every certificate of a PEM file. One that cannot be read fails here: TLS would only say that nobody is trusted. */
async function readCertificates({ text: file, path }: Given): Promise<readonly string[]> {
  const pem = await readPem(file, path)
  const blocks = pem.match(/-----BEGIN (?:TRUSTED )?CERTIFICATE-----[\s\S]*?-----END (?:TRUSTED )?CERTIFICATE-----/g)
  if (!blocks) throw new AppError('bad-input', `no PEM certificate was found in ${file}`, { path })
  return blocks.map((block, index) => {
    try {
      return new X509Certificate(block).toString()
    } catch (cause) {
      throw new AppError('bad-input', `certificate ${index + 1} of ${file} cannot be read`, { path, cause })
    }
  })
}

async function readPem(file: string, path: string): Promise<string> {
  try {
    return Buffer.from(await nodeFiles.read(file, MAX_CERTIFICATE_FILE_BYTES)).toString('latin1')
  } catch (cause) {
    throw new AppError('bad-input', `the certificate file ${file} cannot be read`, { path, cause })
  }
}
