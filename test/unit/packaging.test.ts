import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
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
    enableEmbeddedAsarIntegrityValidation: 'true',
    onlyLoadAppFromAsar: 'true',
    grantFileProtocolExtraPrivileges: 'false',
  }
  expect(Object.fromEntries(Object.keys(fuses).map((name) => [name, setting(name)]))).toEqual(fuses)
})

test('every system gets its kinds of installer', () => {
  for (const target of ['nsis', 'dmg', 'zip', 'AppImage', 'deb'])
    expect(config).toMatch(new RegExp(`^    - ${target}$`, 'm'))
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
