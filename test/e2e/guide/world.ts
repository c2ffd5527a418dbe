import type { Page } from '@playwright/test'
import type { Simulator } from '../../../main/simulator/server.ts'

/** What a chapter's pictures are taken of: the window after the main job, and the simulator behind it. */
export type Guide = {
  readonly page: Page
  readonly simulator: Simulator
  /** Writes `docs/guide/pictures/NAME.png`. */
  readonly take: (name: string) => Promise<unknown>
}

export function serialsOf({ simulator }: Pick<Guide, 'simulator'>): readonly string[] {
  return Array.from(simulator.service.listDevices(), (row) => row.serial_number).sort()
}

/** A file for the page's own file field, as if it had been chosen. */
export async function giveList(page: Page, name: string, lines: readonly string[]): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) })
}

/** Messages of what was done before are no part of a picture. Behind a dialog they cannot be pressed away. */
export async function clearMessages(page: Page): Promise<void> {
  if ((await page.getByRole('dialog').or(page.getByRole('alertdialog')).count()) > 0) return
  const dismiss = page.getByRole('region', { name: /messages/i }).getByRole('button', { name: 'Dismiss' })
  for (let left = await dismiss.count(); left > 0; left--) await dismiss.first().click({ timeout: 2000 })
}
