import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Port } from '../../shared/contract/wire.ts'
import { expect, test } from './fixtures.ts'
import { connectToken, makeVault, showPlace, syncNow } from './steps.ts'

const ELSEWHERE = 'https://example.com/'

test('text from outside is shown as text and never becomes page', async ({ desk }) => {
  const { page, simulator } = desk
  const hostile = '<img src=x onerror="window.hasRun=1"><script>window.hasRun=1</script>'
  const [first] = Array.from(simulator.service.listDevices(), (row) => row.serial_number).sort()
  simulator.service.modifyDevice(first!, { asset_tag: hostile, description: hostile, color: 'javascript:hasRun=1' })

  await makeVault(page())
  await connectToken(desk, 'Berlin')
  await syncNow(page())
  await showPlace(page(), 'Devices')
  await page().getByRole('gridcell', { name: first! }).click()
  await expect(page().getByRole('complementary', { name: `Device ${first}` })).toContainText(hostile)
  expect(await page().evaluate(() => [document.images.length, 'hasRun' in window])).toEqual([0, false])
})

test('the page cannot be led elsewhere', async ({ desk }) => {
  const page = desk.page()
  desk.expectComplaint(/Content Security Policy|Refused to|ERR_|aborted/)
  const address = page.url()
  await page.evaluate((url) => location.assign(url), ELSEWHERE)
  await page.evaluate((url) => {
    const link = Object.assign(document.createElement('a'), { href: url })
    document.body.append(link)
    link.click()
  }, ELSEWHERE)
  expect(await page.evaluate((url) => window.open(url) === null, ELSEWHERE)).toBe(true)
  await expect(page.getByRole('heading', { name: 'Welcome to ADE Desk' })).toBeVisible()
  expect([page.url(), page.context().pages().length]).toEqual([address, 1])
})

test('no request leaves the page', async ({ desk }) => {
  const page = desk.page()
  desk.expectComplaint(/Content Security Policy|Refused to|ERR_/)
  const outcomes = await page.evaluate(async (url) => {
    const image = new Image()
    const socket = () => new WebSocket('wss://example.com/')
    /** Which of its events comes first. */
    const first = (target: EventTarget, ...events: readonly string[]) =>
      new Promise<string>((resolve) => {
        for (const name of events) target.addEventListener(name, () => resolve(name))
      })
    image.src = url
    return {
      fetch: await fetch(url).then(
        () => 'answered',
        () => 'refused',
      ),
      image: await first(image, 'load', 'error'),
      socket: await first(socket(), 'open', 'error'),
    }
  }, ELSEWHERE)
  expect(outcomes).toEqual({ fetch: 'refused', image: 'error', socket: 'error' })
})

test('text does not become script', async ({ desk }) => {
  const page = desk.page()
  desk.expectComplaint(/Content Security Policy|TrustedScript|TrustedHTML|Refused to|requires 'Trusted/)
  const outcomes = await page.evaluate(() => {
    const attempt = (act: () => void) => {
      try {
        act()
        return 'allowed'
      } catch (error) {
        return error instanceof TypeError ? 'refused' : String(error)
      }
    }
    const inline = document.createElement('script')
    return [
      attempt(() => (document.createElement('div').innerHTML = '<b>bold</b>')),
      attempt(() => (inline.textContent = 'window.hasRun = 1')),
      attempt(() => document.write('<b>bold</b>')),
    ]
  })
  expect(outcomes).toEqual(['refused', 'refused', 'refused'])
})

test('the page has one way out, and it takes no path that was not chosen', async ({ desk }) => {
  const page = desk.page()
  const target = path.join(desk.downloadsDir, 'made-up.csv')
  const { members, codes } = await page.evaluate(async (path) => {
    const { adeDesk } = globalThis as unknown as { readonly adeDesk: Port } // put there by the shell
    const ask = (id: number, name: string, input: unknown) =>
      new Promise<unknown>((resolve) => {
        const stop = adeDesk.listen((message) => {
          const {
            type,
            id: answered,
            result,
          } = message as { type: string; id: number; result: { error?: { code: string } } }
          if (type !== 'done' || answered !== id) return
          stop()
          resolve(result.error?.code ?? 'done')
        })
        adeDesk.post({ type: 'call', id, name, input })
      })
    const sort = { column: 'serial', direction: 'asc' }
    return {
      members: Object.keys(adeDesk).sort(),
      codes: [
        await ask(100_001, 'devices.exportCsv', { filter: {}, sort, path }),
        await ask(100_002, 'shell.saveText', { path, text: 'x' }),
        await ask(100_003, 'shell.revealFile', { path }),
        await ask(100_004, 'shell.openLink', { url: 'file:///etc/passwd' }),
        await ask(100_005, 'constructor.prototype', {}),
      ],
    }
  }, target)
  expect(members).toEqual(['listen', 'post'])
  expect(codes).toEqual(['bad-input', 'bad-input', 'bad-input', 'bad-input', 'bad-input'])
  expect(existsSync(target)).toBe(false)
})

test('the page sees nothing of Node', async ({ desk }) => {
  const globals = await desk
    .page()
    .evaluate(() => ['require', 'process', 'module', 'Buffer'].filter((name) => name in window))
  expect(globals).toEqual([])
})
