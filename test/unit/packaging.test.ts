import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LINK_SCHEME } from '../../main/shell/deep-link.ts'
import packageJson from '../../package.json' with { type: 'json' }

const config = readFileSync('electron-builder.yml', 'utf8')
const workflow = readFileSync('.github/workflows/ci.yml', 'utf8')

/** The value of a `name: value` line. */
const setting = (name: string) => new RegExp(`^\\s*${name}: (.+)$`, 'm').exec(config)?.[1]

test('the packaged program is no Node, takes no debugger and loads nothing but its own archive', () => {
  const fuses = {
    runAsNode: 'false',
    enableNodeOptionsEnvironmentVariable: 'false',
    enableNodeCliInspectArguments: 'false',
    enableCookieEncryption: 'true',
    enableEmbeddedAsarIntegrityValidation: 'true',
    onlyLoadAppFromAsar: 'true',
    grantFileProtocolExtraPrivileges: 'false',
  }
  expect(Object.fromEntries(Object.keys(fuses).map((name) => [name, setting(name)]))).toEqual(fuses)
})

test('every system gets its kinds of installer', () => {
  for (const target of ['nsis', 'msi', 'AppImage', 'deb']) expect(config).toMatch(new RegExp(`^    - ${target}$`, 'm'))
  for (const target of ['dmg', 'zip']) {
    expect(config).toMatch(new RegExp(`^    - target: ${target}\\n      arch: universal$`, 'm'))
  }
})

test('a program for macOS is hardened, notarised where the environment allows it, and entitled to nothing but its engine', () => {
  expect([setting('hardenedRuntime'), setting('notarize')]).toEqual(['true', 'true'])
  const entitlements = readFileSync('build/entitlements.mac.plist', 'utf8')
  expect(entitlements.match(/<key>.*<\/key>/g)).toEqual(['<key>com.apple.security.cs.allow-jit</key>'])
})

test('nothing is uploaded, and no server is named that could be asked for updates', () => {
  expect(setting('provider')).toBe('generic')
  expect(new URL(setting('url') ?? '').hostname).toMatch(/\.invalid$/)
  expect(workflow).not.toMatch(/--publish (?!never)/)
})

test('links to the program are registered under one scheme', () => {
  expect(/protocols:\n  - name: ADE Desk\n    schemes:\n((?:      - .+\n)+)/.exec(config)?.[1]).toBe(
    `      - ${LINK_SCHEME}\n`,
  )
})

test('Electron is one exact version, of a major line that still gets repairs', () => {
  const { electron } = packageJson.devDependencies
  expect(electron).toMatch(/^\d+\.\d+\.\d+$/)
  expect(Number(electron.split('.')[0])).toBeGreaterThanOrEqual(45)
})

test('only the native binding lies outside the archive, whose content is checked when it is loaded', () => {
  expect(setting('smartUnpack')).toBe('false')
  expect(/asarUnpack:\n((?:  - .+\n)+)/.exec(config)?.[1]).toBe('  - node_modules/better-sqlite3/prebuilds/*.node\n')
})

test('no sources, no maps and no second browser driver are packed', () => {
  expect(config).toContain("- '!node_modules/better-sqlite3/{deps,src}/**'")
  expect(config).toContain("- '!node_modules/playwright-core/**'")
  expect(config).toMatch(/'!\*\*\/\*\.\{map,ts,/)
  expect(existsSync('build/icon.png')).toBe(true)
})

test('what starts is what is built', () => {
  expect(packageJson.main).toBe('out/main/index.js')
  expect(packageJson.bin).toEqual({ 'ade-desk': 'bin/ade-desk.js' })
})

test('our builds may read the repository and nothing more, and keep no credentials', () => {
  expect(/^permissions:\n((?:  .+\n)+)/m.exec(workflow)?.[1]).toBe('  contents: read\n')
  expect(workflow).toContain('persist-credentials: false')
  expect(workflow).not.toContain('secrets.')
  for (const [, action] of workflow.matchAll(/uses: (.+)/g)) expect(action).toMatch(/^actions\/[a-z-]+@v\d+$/)
})
