import type { Page } from 'playwright-core'
import { anyOf, openRow, press, startingWith, type Overlay } from './overlay.ts'

async function openFirst(page: Page): Promise<void> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Enter')
}

/** Sync, Reconcile, Troubleshoot and Reports. */
export const WORK_OVERLAYS: readonly Overlay[] = [
  {
    name: 'diagnosis-menu',
    place: 'troubleshoot',
    open: async (page, { troubleshoot }) => {
      await openFirst(page)
      await press(page, troubleshoot.opened.more)
    },
  },
  {
    name: 'network-host',
    place: 'troubleshoot',
    open: async (page, { troubleshoot }) => {
      await page.getByRole('tab', { name: troubleshoot.sections.network }).click()
      await press(page, troubleshoot.network.run)
      await page.getByRole('gridcell', { name: 'deviceenrollment.apple.com' }).click()
      await page.getByRole('complementary').waitFor()
    },
  },
  {
    name: 'run',
    place: 'sync',
    onlyScene: 'several',
    open: openRow,
  },
  {
    name: 'run-devices',
    place: 'sync',
    open: openFirst,
  },
  {
    name: 'interval',
    place: 'sync',
    open: (page, { sync }, { token }) => press(page, startingWith(sync.facts.intervalOf(token))),
  },
  {
    name: 'accept-empty',
    place: 'sync',
    onlyScene: 'several',
    open: (page, { sync }) => press(page, sync.empty.accept),
  },
  {
    name: 'comparison-row',
    place: 'reconcile',
    open: openFirst,
  },
  {
    name: 'comparison-remove',
    place: 'reconcile',
    open: async (page, { reconcilePage }) => {
      await press(page, reconcilePage.result.all)
      await press(page, anyOf(reconcilePage.history.remove))
    },
  },
  {
    name: 'comparison-since',
    place: 'reconcile',
    open: (page, { reconcilePage }) => press(page, new RegExp(reconcilePage.changes.since)),
  },
  {
    name: 'report-new',
    place: 'reports',
    open: (page, { reports }) => press(page, reports.place.make),
  },
  {
    name: 'report-edit',
    place: 'reports',
    open: async (page, { reports }) => {
      await page.getByRole('tab', { name: /^iPads of Berlin/ }).click()
      await press(page, reports.place.edit)
      await page
        .getByRole('dialog')
        .getByRole('button', { name: new RegExp(`${reports.editor.atApple}$`) })
        .last()
        .click()
    },
  },
  {
    name: 'report-schedule',
    place: 'reports',
    open: async (page, { reports }) => {
      await page.getByRole('tab', { name: /^iPads of Berlin/ }).click()
      await press(page, reports.place.schedule)
      await page.getByLabel(reports.schedules.time).fill('6 am')
      await page.getByLabel(reports.schedules.keep).fill('0')
    },
  },
  {
    name: 'report-remove',
    place: 'reports',
    open: async (page, { reports }) => {
      await page.getByRole('tab', { name: /^iPads of Berlin/ }).click()
      await press(page, reports.place.remove)
    },
  },
]
