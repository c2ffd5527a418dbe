import type { Page } from 'playwright-core'
import { choose, drop, press, type Names, type Overlay, type Step } from './overlay.ts'

const place = ({ group }: Names) => `groups?group=${encodeURIComponent(group)}`
const last = (group: string) => group.slice(group.lastIndexOf('/') + 1)

const LONG = 'Vertrieb Außendienst und Filialen der Region Süd einschließlich der Werkstätten'

const fromMenu =
  (item: 'addHere' | 'edit' | 'remove'): Step =>
  (page, { groups }, { group }) =>
    choose(page, groups.more(last(group)), groups[item])

const name = (page: Page, label: string, text: string) => page.getByRole('dialog').getByLabel(label).first().fill(text)

const CSV = ['path,type,group id', `/Global/${LONG},Container,wien`, 'Global//Linz,Container,linz'].join('\n')

const ofGroup = (overlay: string, open: Step, more: Partial<Overlay> = {}): Overlay => ({
  name: `group-${overlay}`,
  place,
  open,
  ...more,
})

/** What is asked about groups, and every kind of preview. */
export const GROUP_OVERLAYS: readonly Overlay[] = [
  ofGroup('menu', (page, { groups }, { group }) => press(page, groups.more(last(group)))),
  ofGroup('add', async (page, words, names) => {
    await fromMenu('addHere')(page, words, names)
    await name(page, words.groups.ask.name, 'a/b')
  }),
  ofGroup('type', async (page, words, names) => {
    await fromMenu('edit')(page, words, names)
    await page.getByRole('dialog').getByRole('combobox').focus()
    await page.keyboard.press('ArrowDown')
  }),
  ofGroup('rename', (page, { groups }) => press(page, groups.rename)),
  ofGroup('rename-preview', async (page, { groups }) => {
    await press(page, groups.rename)
    await name(page, groups.ask.name, LONG)
    await page.keyboard.press('Enter')
    await page.getByRole('alertdialog').waitFor()
  }),
  ofGroup('move', (page, { groups }) => press(page, groups.move)),
  ofGroup('move-preview', async (page, { groups }) => {
    await press(page, groups.move)
    await page.getByRole('option').first().click()
    await press(page, groups.ask.next)
    await page.getByRole('alertdialog').waitFor()
  }),
  ofGroup('remove', fromMenu('remove')),
  ofGroup(
    'schedule-preview',
    async (page, { groups: { pages, setting } }) => {
      const card = page.getByRole('region', { name: pages.schedule, exact: true })
      await card.getByText(setting.override, { exact: true }).click()
      await card.getByRole('button', { name: new RegExp(setting.interval) }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('option').nth(1).click()
      await press(page, setting.preview)
      await page.getByRole('alertdialog').waitFor()
    },
    { place: (names) => place({ ...names, group: names.group.replace('EMEA/Berlin', 'Retail') }) },
  ),
  ofGroup('refused', fromMenu('remove'), { onlyScene: 'groups-conflicts' }),
  ofGroup('import-preview', async (page, { groups: { importTree, imports } }) => {
    await press(page, importTree)
    await drop(page, 'groups.csv', CSV)
    await press(page, imports.preview)
    await page.getByRole('alertdialog').waitFor()
  }),
  ofGroup('moved', async (page, { groups }) => {
    await press(page, groups.rename)
    await name(page, groups.ask.name, LONG)
    await page.keyboard.press('Enter')
    await press(page, groups.changes.renameConfirm)
    await page.getByText(groups.changes.renameDone(LONG)).first().waitFor()
  }),
]
