import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openInBrowser } from '../e2e/open-in-browser.ts'
import { makeVault, unlockVault } from '../e2e/steps.ts'
import { benchStore, DEVICE_COUNT, percentile } from './list-stage.ts'
import { createRandom } from './seed.ts'

/**
 * The window over a million devices, as the browser shell shows it (`npm run build` first): from the start of the
 * program, and from an unlocked vault, to the first rows; from a jump of the scroll bar to rows; what the page holds in memory.
 */
const JUMPS = 60
const START_BOUND_MS = 1500
const JUMP_BOUND_MS = 100
const MEMORY_BOUND_MB = 300

const folder = mkdtempSync(join(tmpdir(), 'ade-desk-window-'))
const [dataDir, downloadsDir] = [join(folder, 'data'), join(folder, 'downloads')]
mkdirSync(dataDir, { mode: 0o700 })
mkdirSync(downloadsDir)
copyFileSync(benchStore(DEVICE_COUNT), join(dataDir, 'ade-desk.db'))
const places = { dataDir, downloadsDir, appleUrl: 'http://127.0.0.1:9' }

const first = await openInBrowser(places)
await makeVault(first.page)
await first.close()

const startedAt = performance.now()
const app = await openInBrowser(places)
const { page } = app
const openedMs = performance.now() - startedAt
await unlockVault(page)
const unlockedAt = performance.now()
await page.evaluate(() => void (location.hash = '#/devices'))
await page.locator('[role=row][aria-rowindex="2"] bdi').first().waitFor()
const rowsMs = performance.now() - unlockedAt

const jumps: number[] = []
const random = createRandom(3)
for (let jump = 0; jump < JUMPS; jump++) jumps.push(await timeJump(page, random(1_000_000) / 1_000_000))

const cdp = await page.context().newCDPSession(page)
await cdp.send('HeapProfiler.collectGarbage')
const { usedSize, totalSize } = (await cdp.send('Runtime.getHeapUsage')) as { usedSize: number; totalSize: number }
await app.close()
rmSync(folder, { recursive: true, maxRetries: 5 })

const p95 = percentile(jumps, 0.95)
const megabytes = (bytes: number) => Number((bytes / 2 ** 20).toFixed(1))
console.table({
  'window there, locked': { ms: Math.round(openedMs) },
  'unlocked → first rows': { ms: Math.round(rowsMs), bound: START_BOUND_MS },
  'window there + first rows': { ms: Math.round(openedMs + rowsMs), bound: START_BOUND_MS },
  'scroll jump → rows, p50': { ms: Math.round(percentile(jumps, 0.5)) },
  'scroll jump → rows, p95': { ms: Math.round(p95), bound: JUMP_BOUND_MS },
  'scroll jump → rows, max': { ms: Math.round(percentile(jumps, 1)) },
  'memory of the page, used': { MB: megabytes(usedSize), bound: MEMORY_BOUND_MB },
  'memory of the page, reserved': { MB: megabytes(totalSize), bound: MEMORY_BOUND_MB },
})
process.exitCode = rowsMs <= START_BOUND_MS && p95 <= JUMP_BOUND_MS && totalSize <= MEMORY_BOUND_MB * 2 ** 20 ? 0 : 1

/** Drags the scroll bar to a share of the list and waits, in the page, until every row in sight has its text. */
function timeJump(page: Page, share: number): Promise<number> {
  return page.evaluate(async (part) => {
    const grid = document.querySelector('[role=grid]')!
    const before = grid.querySelector('[role=rowgroup] [role=row]')?.getAttribute('aria-rowindex')
    const from = performance.now()
    grid.scrollTop = (grid.scrollHeight - grid.clientHeight) * part
    const { bottom } = grid.getBoundingClientRect()
    const top = grid.querySelector('[role=columnheader]')!.getBoundingClientRect().bottom
    const isInSight = (row: Element) => {
      const place = row.getBoundingClientRect()
      return place.bottom > top && place.top < bottom
    }
    const isThere = () => {
      const rows = [...grid.querySelectorAll('[role=rowgroup] [role=row]')]
      const hasMoved = rows[0]?.getAttribute('aria-rowindex') !== before
      return hasMoved && rows.filter(isInSight).every((row) => row.querySelector('bdi'))
    }
    while (!isThere() && performance.now() - from < 10_000) await new Promise((next) => requestAnimationFrame(next))
    return performance.now() - from
  }, share)
}
