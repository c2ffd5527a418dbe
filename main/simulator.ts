import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createSimulator, type Simulator } from './simulator/server.ts'
import type { ScriptSteps } from './simulator/script.ts'

const USAGE = `Apple's device assignment service, simulated on 127.0.0.1.

  npm run simulator -- [options]

  --port N            port to listen on (default: any free one)
  --prefix PATH       path before every endpoint, such as /sim/a
  --devices N         generated devices at the start (default 100)
  --awkward SHARE     share of hard to digest rows among them, 0 to 1 (default 0)
  --seed N            another seed, other devices (default 1)
  --latency MS        time from a request to its answer (default 0)
  --limit N           largest page (default 1000)
  --rotate N          a new session token with every N-th answer
  --script FILE       answers to play, in the form of old depsim failure files
  --certificate FILE  make a server token for this certificate (PEM or DER) …
  --out FILE          … and write it here (default token.p7m)
  --help              this text
`

async function main(): Promise<void> {
  const options = readOptions()
  if (options.help) {
    process.stdout.write(USAGE)
    return
  }
  const simulator = await createSimulator(options.simulator)
  process.once('SIGINT', () => void simulator.close())
  process.once('SIGTERM', () => void simulator.close())
  simulator.service.addDevices(options.devices, { awkwardShare: options.awkwardShare })
  if (options.script !== undefined) simulator.script(options.script)
  if (options.certificate !== undefined)
    writeFileSync(options.out, simulator.issueToken(options.certificate), { mode: 0o600 })
  // Programs wait for this line.
  process.stdout.write(`listening ${simulator.url}\n`)
  process.stderr.write(explanation(simulator, options.certificate === undefined ? undefined : options.out))
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      prefix: { type: 'string', default: '' },
      devices: { type: 'string', default: '100' },
      awkward: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      latency: { type: 'string', default: '0' },
      limit: { type: 'string', default: '1000' },
      rotate: { type: 'string', default: '0' },
      script: { type: 'string' },
      certificate: { type: 'string' },
      out: { type: 'string', default: 'token.p7m' },
      help: { type: 'boolean', default: false },
    },
  })
  const maximum = wholeNumber('limit', values.limit, 1)
  return {
    help: values.help,
    devices: wholeNumber('devices', values.devices),
    awkwardShare: share('awkward', values.awkward),
    // A depsim file holds nothing but lists of steps; `script` names what it does not know.
    script: values.script === undefined ? undefined : (JSON.parse(readFileSync(values.script, 'utf8')) as ScriptSteps),
    certificate: values.certificate === undefined ? undefined : readFileSync(values.certificate),
    out: values.out,
    simulator: {
      port: wholeNumber('port', values.port),
      prefix: values.prefix,
      seed: wholeNumber('seed', values.seed),
      latencyMs: wholeNumber('latency', values.latency),
      rotateEvery: wholeNumber('rotate', values.rotate),
      pageLimit: { default: Math.min(100, maximum), maximum },
    },
  }
}

function wholeNumber(name: string, text: string, minimum = 0): number {
  const number = text.trim() === '' ? Number.NaN : Number(text)
  if (!Number.isSafeInteger(number) || number < minimum)
    throw new RangeError(`--${name} needs a whole number of at least ${minimum}`)
  return number
}

function share(name: string, text: string): number {
  const number = text.trim() === '' ? Number.NaN : Number(text)
  if (!(number >= 0 && number <= 1)) throw new RangeError(`--${name} needs a number from 0 to 1`)
  return number
}

function explanation({ url, service }: Simulator, token: string | undefined): string {
  const name = `"${service.traits().name}" with ${service.deviceCount()} devices`
  if (token !== undefined) return `${name}; its server token is in ${token}\nStop with Ctrl-C.\n`
  return `${name}
Server token for a certificate:  curl --data-binary @certificate.pem ${url}/_sim/token > token.p7m
Everything else it can do:       curl ${url}/_sim/
Stop with Ctrl-C.
`
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
})
