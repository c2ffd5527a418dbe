import { extractFile, listPackage, statFile } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packUnpacked } from './stand-in.ts'

const MB = 1024 * 1024
/** 10.9 MB with ten places and what the troubleshooter knows in two languages (November 2026), and a little room. */
const ASAR_BUDGET = 12 * MB
const UNPACKED_BUDGET = 4 * MB

/** How a fuse stands in the wire: as a digit. */
const OFF = '0'.charCodeAt(0)
const ON = '1'.charCodeAt(0)

const folder = mkdtempSync(path.join(tmpdir(), 'ade-desk-packed-'))
let program = ''
let archive = ''
let entries: readonly string[] = []
/** Files only: folders are entries of their own. */
let files: readonly string[] = []

beforeAll(async () => {
  program = await packUnpacked(folder)
  archive = path.join(program, 'resources', 'app.asar')
  entries = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/').replace(/^\//, ''))
  files = entries.filter((name) => !('files' in statFile(archive, path.normalize(name))))
})
afterAll(() => rmSync(folder, { recursive: true, maxRetries: 5 }))

const packages = () =>
  new Set(files.flatMap((name) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(name)?.slice(1) ?? []))

describe('the archive', () => {
  it('holds everything the window and the command line start from', () => {
    const built = globSync('{main/{index,cli,simulator}.js,main/jobs/*.js,preload/*,renderer/**/*.*,icons/*}', {
      cwd: 'out',
    })
    expect(built.length).toBeGreaterThan(10)
    const missing = built.map((name) => `out/${name.replaceAll('\\', '/')}`).filter((name) => !files.includes(name))
    expect(missing).toEqual([])
    expect(files).toEqual(
      expect.arrayContaining(['package.json', 'LICENSE', 'out/preload/preload.cjs', 'out/renderer/index.html']),
    )
  })

  it('holds no sources, no tests, no maps and no second shell', () => {
    expect(files.filter((name) => /\.(map|[mc]?tsx?|c|cc|cpp|h|gyp)$/.test(name))).toEqual([])
    expect(files.filter((name) => /^(main|renderer|shared|preload|test|docs|bin|build|\.\w+)\//.test(name))).toEqual([])
    expect(files.filter((name) => /\/(__tests__|tests?|spec|examples?)\//.test(name))).toEqual([])
    expect(files.filter((name) => /open-browser|out\/main\/(browser|demo)\.js/.test(name))).toEqual([])
  })

  it('holds the packages of the program and none that only makes it', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>
    }
    // A package may be there twice: one for making the program, another version for the program itself.
    const used = Object.entries(lock.packages).filter(([, { dev }]) => dev !== true)
    const isForUse = (name: string) => used.some(([place]) => place.endsWith(`node_modules/${name}`))
    expect([...packages()].filter((name) => !isForUse(name))).toEqual([])
    for (const name of ['electron', 'react', 'vite', 'typescript', 'playwright-core', '@sparticuz/chromium']) {
      expect([...packages()]).not.toContain(name)
    }
    expect([...packages()]).toEqual(
      expect.arrayContaining(['better-sqlite3', 'electron-updater', 'node-forge', 'undici', 'zod']),
    )
  })

  it('brings the licence of every package along, bundled ones too', () => {
    const silent = [...packages()].filter(
      (name) => !files.some((file) => new RegExp(`^node_modules/${name}/licen[cs]e`, 'i').test(file)),
    )
    // Without a file of its own, the licence stands in its package.json.
    for (const name of silent) {
      const { license } = JSON.parse(
        extractFile(archive, path.join('node_modules', name, 'package.json')).toString(),
      ) as { readonly license?: string }
      expect([name, license]).toEqual([name, expect.stringMatching(/^(MIT|ISC|BSD|BlueOak|Apache)/)])
    }
    const bundled = extractFile(archive, path.join('out', 'renderer', 'licences.txt')).toString()
    for (const name of ['react-dom', 'react-aria-components', 'zod', 'zustand', 'lucide-react']) {
      expect(bundled).toMatch(new RegExp(`^${name} \\d`, 'm'))
    }
  })

  it('stays within its budget', () => {
    const size = statSync(archive).size
    process.stdout.write(`app.asar: ${(size / MB).toFixed(1)} MB, ${files.length} files\n`)
    expect(size).toBeLessThan(ASAR_BUDGET)
  })

  it('holds nothing secret of the machine that made it', () => {
    const own = files.filter(
      (name) => /\.(pem|p12|p7m|key|env|db|sqlite)$/.test(name) || path.basename(name).startsWith('.env'),
    )
    expect(own).toEqual([])
  })
})

describe('beside the archive', () => {
  it('lies the native binding of this platform alone', () => {
    const unpacked = globSync('**/*.*', { cwd: `${archive}.unpacked` }).map((name) => name.replaceAll('\\', '/'))
    const outside = unpacked.filter((name) => !statSync(path.join(`${archive}.unpacked`, name)).isDirectory())
    expect(outside).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node'])
    expect(statSync(path.join(`${archive}.unpacked`, outside[0]!)).size).toBeLessThan(UNPACKED_BUDGET)
  })

  it('lie the licences of Electron and Chromium, and no app that could take the place of ours', () => {
    const top = globSync('*', { cwd: program })
    expect(top).toEqual(expect.arrayContaining(['ade-desk', 'LICENSE.electron.txt', 'LICENSES.chromium.html']))
    expect(globSync('resources/*', { cwd: program }).map((name) => path.basename(name))).not.toContain('app')
  })
})

describe('the fuses of the packed program', () => {
  it.each([
    ['it cannot be run as Node', FuseV1Options.RunAsNode, OFF],
    ['its cookies are encrypted', FuseV1Options.EnableCookieEncryption, ON],
    ['NODE_OPTIONS changes nothing', FuseV1Options.EnableNodeOptionsEnvironmentVariable, OFF],
    ['--inspect opens no debugger', FuseV1Options.EnableNodeCliInspectArguments, OFF],
    ['a changed archive is not loaded', FuseV1Options.EnableEmbeddedAsarIntegrityValidation, ON],
    ['nothing is loaded beside the archive', FuseV1Options.OnlyLoadAppFromAsar, ON],
    ['files of the disk get no powers of their own', FuseV1Options.GrantFileProtocolExtraPrivileges, OFF],
  ])('%s', async (_promise, fuse, state) => {
    const wire = await getCurrentFuseWire(path.join(program, 'ade-desk'))
    expect(wire[fuse]).toBe(state)
  })
})
