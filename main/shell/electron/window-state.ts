import { readFile } from 'node:fs/promises'
import type { Display, Rectangle } from 'electron'
import { z } from 'zod'
import { writePrivateFile } from '../../ports/files.ts'

const number = z.number().int().min(-100_000).max(100_000)
const windowState = z.strictObject({
  bounds: z.strictObject({ x: number, y: number, width: number.positive(), height: number.positive() }),
  isMaximized: z.boolean(),
})
export type WindowState = z.infer<typeof windowState>

const DEFAULT_SIZE = { width: 1280, height: 800 }
export const MIN_SIZE = { width: 900, height: 600 }

/** So much of the window must lie on a screen for a person to be able to take hold of it. */
const MIN_VISIBLE = 120

/**
 * Where the window opens: where it was if that is still on a screen, no larger than that screen; else the default size,
 * placed by the system.
 */
export function placeWindow(
  saved: WindowState | undefined,
  displays: readonly Pick<Display, 'workArea'>[],
): Partial<Rectangle> & { readonly width: number; readonly height: number } {
  const display = saved && displays.find(({ workArea }) => isReachable(saved.bounds, workArea))
  if (!saved || !display) return DEFAULT_SIZE
  const { x, y, width, height } = saved.bounds
  return {
    x,
    y,
    width: Math.max(MIN_SIZE.width, Math.min(width, display.workArea.width)),
    height: Math.max(MIN_SIZE.height, Math.min(height, display.workArea.height)),
  }
}

/** Undefined for a file that is missing, damaged or from another version: a window position is not worth a message. */
export async function loadWindowState(path: string): Promise<WindowState | undefined> {
  try {
    return windowState.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return undefined
  }
}

export async function saveWindowState(path: string, state: WindowState): Promise<void> {
  await writePrivateFile(path, new TextEncoder().encode(JSON.stringify(state)))
}

/** The title bar is at the top: it must not be above the screen, and enough of it must be on it. */
function isReachable(window: Rectangle, screen: Rectangle): boolean {
  const visibleWidth = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  const isTitleVisible = window.y >= screen.y && window.y <= screen.y + screen.height - MIN_VISIBLE
  return visibleWidth >= MIN_VISIBLE && isTitleVisible
}
