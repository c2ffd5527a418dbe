import { createPackage } from '@electron/asar'
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** How Electron marks the place of its fuses in its own binary (electronjs.org/docs/latest/tutorial/fuses). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** The wire of an official build: schema 1, one sign for each fuse. */
const WIRE = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, 9]), Buffer.from('101100010')])

/**
 * A folder that looks like Electron's distribution for Linux, without a runtime: enough for the builder to pack around,
 * and for its fuses to be turned.
 */
export async function makeStandIn(folder: string): Promise<string> {
  const dist = path.join(folder, 'electron')
  mkdirSync(path.join(dist, 'locales'), { recursive: true })
  mkdirSync(path.join(dist, 'resources'))
  writeFileSync(path.join(dist, 'electron'), Buffer.concat([Buffer.from('\x7FELF'), Buffer.alloc(4096), WIRE]), {
    mode: 0o755,
  })
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version', 'locales/en-US.pak']) {
    writeFileSync(path.join(dist, name), name)
  }
  const defaultApp = path.join(folder, 'default-app')
  mkdirSync(defaultApp)
  writeFileSync(path.join(defaultApp, 'main.js'), '')
  await createPackage(defaultApp, path.join(dist, 'resources', 'default_app.asar'))
  return dist
}

/** Packs the built program with our own configuration; returns the unpacked program's folder. Loads nothing from anywhere. */
export async function packUnpacked(folder: string): Promise<string> {
  const dist = await makeStandIn(folder)
  const output = path.join(folder, 'packed')
  const builder = path.resolve('node_modules/electron-builder/cli.js')
  const given = [`-c.electronDist=${dist}`, `-c.directories.output=${output}`]
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [builder, '--linux', 'dir', '--x64', '--publish', 'never', ...given],
    // An address that answers nothing: an attempt to load something fails at once.
    { encoding: 'utf8', env: { ...process.env, ELECTRON_MIRROR: 'http://127.0.0.1:9/', npm_config_offline: 'true' } },
  )
  if (status !== 0) throw new Error(`electron-builder ended with ${status}\n${stdout}\n${stderr}`)
  return path.join(output, 'linux-unpacked')
}
