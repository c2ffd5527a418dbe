import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Port } from '../../shared/contract/wire.ts'
import { expect, test } from './fixtures.ts'
import { connectToken, makeVault, showPlace, syncNow } from './steps.ts'

const ELSEWHERE = 'https://example.com/'

/** Ways a text tries to become page or script, one for each field Apple lets somebody else fill. */
const HOSTILE = {
  model: '<img src=x onerror="window.hasRun=1">',
  description: '<script>window.hasRun=1</script>',
  asset_tag: '"><svg onload=window.hasRun=1>',
  color: 'javascript:window.hasRun=1',
  device_family: '<iframe srcdoc="<script>parent.hasRun=1</script>"></iframe>',
  os: '{{constructor.constructor("window.hasRun=1")()}}',
  device_assigned_by: '<a href="javascript:window.hasRun=1">admin@example.com</a>',
} as const

test('text from outside is shown as text in every field and never becomes page', async ({ desk }) => {
  const { page, simulator } = desk
  const [first] = Array.from(simulator.service.listDevices(), (row) => row.serial_number).sort()
  simulator.service.modifyDevice(first!, HOSTILE)

  await makeVault(page())
  await connectToken(desk, '<b onmouseover=window.hasRun=1>Berlin</b>')
  await syncNow(page())
  await showPlace(page(), 'Devices')
  await page().getByRole('gridcell', { name: first! }).click()
  const drawer = page().getByRole('complementary', { name: `Device ${first}` })
  for (const text of [HOSTILE.model, HOSTILE.description, HOSTILE.asset_tag]) await expect(drawer).toContainText(text)
  for (const place of ['Tokens', 'Sync', 'Devices'] as const) await showPlace(page(), place)
  const found = await page().evaluate(() => ({
    hasRun: 'hasRun' in window,
    images: document.images.length,
    frames: window.frames.length,
    scripts: [...document.scripts].filter(
      (script) => !new URL(script.src, location.href).pathname.startsWith('/assets/'),
    ).length,
    handlers: document.querySelectorAll('[onload], [onerror], [onmouseover]').length,
    links: document.querySelectorAll('a[href^="javascript:"]').length,
  }))
  expect(found).toEqual({ hasRun: false, images: 0, frames: 0, scripts: 0, handlers: 0, links: 0 })
})

test('the policy of the page allows its own files and nothing unsafe', async ({ desk }) => {
  const violations = await desk.page().evaluate(async () => {
    const found: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => found.push(effectiveDirective))
    const style = document.createElement('p')
    style.setAttribute('style', 'color: red')
    const frame = Object.assign(document.createElement('iframe'), { src: 'https://example.com/' })
    const form = Object.assign(document.createElement('form'), { action: 'https://example.com/', method: 'post' })
    document.body.append(style, frame, form)
    form.requestSubmit()
    await new Promise((resolve) => setTimeout(resolve, 200))
    for (const made of [style, frame, form]) made.remove()
    return found
  })
  desk.expectComplaint(/Content Security Policy|Refused to|ERR_|violates/)
  expect(violations).toEqual(expect.arrayContaining(['style-src-attr', 'frame-src', 'form-action']))
})

test('no permission is granted but writing what a person copies', async ({ desk }) => {
  const states = await desk.page().evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'] as const
    const answers = await Promise.all(
      names.map(async (name) => {
        try {
          return [name, (await navigator.permissions.query({ name: name as PermissionName })).state]
        } catch {
          return [name, 'unknown']
        }
      }),
    )
    return Object.fromEntries(answers) as Record<string, string>
  })
  expect(Object.values(states)).not.toContain('granted')
})

test('a message without end is refused and the page goes on working', async ({ desk }) => {
  const page = desk.page()
  const codes = await page.evaluate(async () => {
    const { adeDesk } = globalThis as unknown as { readonly adeDesk: Port } // put there by the shell
    const ask = (id: number, input: unknown) =>
      new Promise<unknown>((resolve) => {
        const stop = adeDesk.listen((message) => {
          const done = message as { type: string; id: number; result: { error?: { code: string } } }
          if (done.type !== 'done' || done.id !== id) return
          stop()
          resolve(done.result.error?.code ?? 'done')
        })
        adeDesk.post({ type: 'call', id, name: 'app.about', input })
      })
    let tower: unknown = 'bottom'
    for (let n = 0; n < 500; n++) tower = [tower]
    return [
      await ask(200_001, tower),
      await ask(200_002, { text: 'x'.repeat(25 * 1024 * 1024) }),
      await ask(200_003, {}),
    ]
  })
  expect(codes).toEqual(['bad-input', 'bad-input', 'done'])
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
