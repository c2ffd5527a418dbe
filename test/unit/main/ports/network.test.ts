import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootCertificates } from 'node:tls'
import { describe, expect, onTestFinished, test } from 'vitest'
import { loadNetworkSettings, type NetworkOptions } from '../../../../main/ports/network.ts'

const DEFAULTS = {
  appleUrl: 'https://mdmenrollment.apple.com',
  proxy: null,
  noProxy: null,
  proxiesLoopback: false,
  extraCertificates: [],
  protocolVersion: 10,
}

async function fileOf(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ade-desk-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'ca.pem')
  await writeFile(file, text)
  return file
}

describe('settings', () => {
  test.each<[string, NetworkOptions, Record<string, string>, object]>([
    ['nothing', {}, {}, {}],
    ['empty texts', { appleUrl: '', proxy: ' ' }, { HTTPS_PROXY: '', NO_PROXY: '', NODE_EXTRA_CA_CERTS: '' }, {}],
    ['a path prefix', { appleUrl: 'https://a.example/sim/a/' }, {}, { appleUrl: 'https://a.example/sim/a' }],
    ['plain http here', { appleUrl: 'http://127.0.0.1:80/' }, {}, { appleUrl: 'http://127.0.0.1' }],
    ['plain http by IPv6', { appleUrl: 'http://[::1]:8080' }, {}, { appleUrl: 'http://[::1]:8080' }],
    [
      'an address from the environment',
      {},
      { ADE_DESK_APPLE_URL: 'https://a.example' },
      { appleUrl: 'https://a.example' },
    ],
    [
      'an option over the environment',
      { appleUrl: 'https://b.example', proxy: 'http://b.example:1' },
      { ADE_DESK_APPLE_URL: 'https://a.example', HTTPS_PROXY: 'http://a.example:1' },
      { appleUrl: 'https://b.example', proxy: 'http://b.example:1/', proxiesLoopback: true },
    ],
    [
      'a proxy without scheme',
      { proxy: 'proxy.example:3128' },
      {},
      { proxy: 'http://proxy.example:3128/', proxiesLoopback: true },
    ],
    ['a proxy by name alone', { proxy: 'proxy' }, {}, { proxy: 'http://proxy/', proxiesLoopback: true }],
    ['a secure proxy', {}, { HTTPS_PROXY: 'https://u:p@proxy.example' }, { proxy: 'https://u:p@proxy.example/' }],
    ['the lower-case proxy first', {}, { HTTPS_PROXY: 'http://a', https_proxy: 'http://b' }, { proxy: 'http://b/' }],
    ['no proxy for some', {}, { NO_PROXY: ' .example, 10.0.0.1 ' }, { noProxy: '.example, 10.0.0.1' }],
    ['the lower-case exceptions first', {}, { NO_PROXY: 'a', no_proxy: 'b' }, { noProxy: 'b' }],
  ])('from %s', async (_name, options, env, expected) => {
    expect(await loadNetworkSettings(options, env)).toEqual({ ...DEFAULTS, ...expected })
  })

  test('are plain values that reach a worker thread whole', async () => {
    const settings = await loadNetworkSettings({ proxy: 'http://u:p@proxy' }, {})
    expect(structuredClone(settings)).toEqual(settings)
  })
})

describe('what cannot be meant is refused and named', () => {
  test.each<[NetworkOptions, Record<string, string>, string]>([
    [{ appleUrl: 'mdmenrollment.apple.com' }, {}, '--apple-url'],
    [{ appleUrl: 'http://mdmenrollment.apple.com' }, {}, '--apple-url'],
    [{ appleUrl: 'http://127.0.0.1.example' }, {}, '--apple-url'],
    [{ appleUrl: 'ftp://a.example' }, {}, '--apple-url'],
    [{ appleUrl: 'https://u:hunter2@a.example' }, {}, '--apple-url'],
    [{ appleUrl: 'https://a.example/?x=hunter2' }, {}, '--apple-url'],
    [{}, { ADE_DESK_APPLE_URL: 'http://a.example' }, 'ADE_DESK_APPLE_URL'],
    [{ proxy: 'socks5://u:hunter2@proxy' }, {}, '--proxy'],
    [{ proxy: 'http://u:hunter2@proxy:99999' }, {}, '--proxy'],
    [{ proxy: 'http://proxy/path' }, {}, '--proxy'],
    [{ proxy: 'http://u:50%hunter2@proxy' }, {}, '--proxy'],
    [{}, { HTTPS_PROXY: 'socks://proxy' }, 'HTTPS_PROXY'],
    [{}, { https_proxy: 'http://' }, 'https_proxy'],
    [{ caFile: '/no/such/file.pem' }, {}, '--ca-file'],
    [{}, { NODE_EXTRA_CA_CERTS: '/no/such/file.pem' }, 'NODE_EXTRA_CA_CERTS'],
  ])('%j %j', async (options, env, path) => {
    const failure: unknown = await loadNetworkSettings(options, env).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'bad-input', path })
    expect(String(failure)).not.toContain('hunter2')
  })

  test.each([
    ['without certificates', 'hello'],
    ['with a spoiled certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
    [
      'with a spoiled one beside a good one',
      `${rootCertificates[0]}\n-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----`,
    ],
  ])('a file %s', async (_name, text) => {
    await expect(loadNetworkSettings({ caFile: await fileOf(text) }, {})).rejects.toMatchObject({
      code: 'bad-input',
      path: '--ca-file',
    })
  })
})

test('every certificate of a file is taken over, comments and line ends notwithstanding', async () => {
  const text = `# ours\r\n${rootCertificates[0]!.replaceAll('\n', '\r\n')}\r\n\r\n# theirs\n${rootCertificates[1]}`
  const { extraCertificates } = await loadNetworkSettings({}, { NODE_EXTRA_CA_CERTS: await fileOf(text) })
  const fingerprints = (certificates: readonly string[]) =>
    certificates.map((pem) => new X509Certificate(pem).fingerprint256)
  expect(fingerprints(extraCertificates)).toEqual(fingerprints(rootCertificates.slice(0, 2)))
})
