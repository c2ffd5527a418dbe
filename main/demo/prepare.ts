import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDesktopCore, openLog } from '../desktop.ts'
import { PROTOCOL_VERSION, type NetworkSettings } from '../ports/network.ts'
import { noSealing } from '../ports/sealing.ts'
import { createSimulator, type Simulator } from '../simulator/server.ts'
import { tellStory, type Told } from './story.ts'

/** A throw-away folder with everything of one demo, and the data folder in it. */
export type DemoPlace = { readonly folder: string; readonly dataDir: string }

export type Demo = DemoPlace & {
  readonly simulator: Simulator
  readonly network: NetworkSettings
  readonly told: Told
  /** Ends the simulator. The folder stays. */
  readonly close: () => Promise<void>
}

export function createDemoPlace(): DemoPlace {
  const folder = mkdtempSync(join(tmpdir(), 'ade-desk-demo-'))
  return { folder, dataDir: join(folder, 'data') }
}

/** What a running program still holds open (Windows) stays for the system to clear away. */
export function removeDemoPlace({ folder }: DemoPlace): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  } catch {
    // Only demo data in the system's folder for temporary files.
  }
}

export type DemoWishes = { readonly devices: number; readonly say?: (line: string) => void }

/** Starts the simulator and does the main job on it, so that a window finds a connected token with devices. */
export async function prepareDemo(place: DemoPlace, { devices, say = () => {} }: DemoWishes): Promise<Demo> {
  const simulator = await createSimulator({ devices })
  const network: NetworkSettings = {
    appleUrl: simulator.url,
    proxy: null,
    noProxy: null,
    extraCertificates: [],
    protocolVersion: PROTOCOL_VERSION,
  }
  const { folder, dataDir } = place
  try {
    const core = await openDesktopCore({ dataDir, sealing: noSealing, log: openLog(dataDir), network })
    try {
      const told = await tellStory({ core, simulator, folder, say })
      return { ...place, simulator, network, told, close: () => simulator.close() }
    } finally {
      await core.close()
    }
  } catch (error) {
    await simulator.close()
    throw error
  }
}
