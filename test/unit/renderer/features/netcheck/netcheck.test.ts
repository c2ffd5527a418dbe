import { expect, it } from 'vitest'
import * as actions from '../../../../../renderer/features/netcheck/actions.ts'
import { readFurtherHosts } from '../../../../../renderer/features/netcheck/further-hosts.ts'
import { createNetcheckStore } from '../../../../../renderer/features/netcheck/store.ts'
import { textPage } from '../../../../../renderer/features/netcheck/text-page.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { NetworkCheck } from '../../../../../shared/model/network-check.ts'
import { createFakeDesk, settle } from '../../fake-desk.ts'

it.each([
  ['mdm.example.com', [{ host: 'mdm.example.com', port: 443 }]],
  [
    'mdm.example.com:8443\n 192.0.2.7',
    [
      { host: 'mdm.example.com', port: 8443 },
      { host: '192.0.2.7', port: 443 },
    ],
  ],
  ['[2001:db8::1]:8443', [{ host: '2001:db8::1', port: 8443 }]],
  ['https://mdm.example.com/enroll', [{ host: 'mdm.example.com', port: 443 }]],
  ['', []],
])('%j is read', (typed, hosts) => expect(readFurtherHosts(typed)).toEqual({ ok: true, hosts }))

it('the first wrong line is named, and more than a hundred are refused', () => {
  expect(readFurtherHosts('a.example\nb example:0')).toEqual({ ok: false, wrong: 'example:0' })
  expect(readFurtherHosts(Array.from({ length: 101 }, (_, n) => `h${n}.example`).join('\n'))).toEqual({
    ok: false,
    wrong: null,
  })
})

const CHECK: NetworkCheck = {
  hosts: [],
  verdict: 'nothing-checked',
  causes: [],
  repairer: 'nobody',
  captive: { state: 'unknown', status: null, redirect: null },
  clock: { offsetSeconds: null, source: null, isWrong: false },
  proxy: { configured: null, noProxy: null, system: null, differs: false },
  dnsServers: [],
  startedAt: Date.UTC(2026, 10, 22),
  finishedAt: Date.UTC(2026, 10, 22),
}

it('checks what is chosen, tells how far it is, and keeps the table while it checks again', async () => {
  const store = createNetcheckStore()
  const asked: unknown[] = []
  const desk = createFakeDesk({
    netcheck: {
      run: async (input, { report }) => {
        asked.push(input)
        report({ done: 1, total: 3, latest: null })
        await settle()
        return CHECK
      },
    },
  })
  actions.chooseCategories(store, ['push'])
  store.setState({ hosts: 'mdm.example.com' })
  const running = actions.runNetworkCheck(store, desk)
  await settle()
  expect(store.getState().run?.progress).toMatchObject({ done: 1, total: 3 })
  await running
  expect(asked).toEqual([{ categories: ['push'], hosts: [{ host: 'mdm.example.com', port: 443 }] }])
  expect(store.getState()).toMatchObject({ run: null, check: { status: 'ready' } })
  store.setState({ hosts: 'not a host/' })
  await actions.runNetworkCheck(store, desk)
  expect(asked).toHaveLength(1)
})

it('a cancelled check leaves the last table', async () => {
  const store = createNetcheckStore()
  store.setState({ check: { status: 'ready', value: CHECK } })
  const desk = createFakeDesk({
    netcheck: {
      run: (_input, { signal }) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(new AppError('cancelled', ''))),
        ),
    },
  })
  const running = actions.runNetworkCheck(store, desk)
  await settle()
  actions.cancelNetworkCheck(store)
  await running
  expect(store.getState()).toMatchObject({ run: null, check: { status: 'ready' } })
})

it('is saved as CSV, and as a page to print in which nothing is markup', async () => {
  const store = createNetcheckStore()
  store.setState({ check: { status: 'ready', value: CHECK } })
  const saved: Record<string, unknown>[] = []
  const desk = createFakeDesk({
    shell: {
      chooseSavePath: ({ suggestedName }) => `/${suggestedName}`,
      saveText: (input) => (saved.push(input), null),
      savePdf: (input) => (saved.push(input), null),
    },
  })
  await actions.saveNetworkCheck(store, desk, 'csv')
  await actions.saveNetworkCheck(store, desk, 'pdf')
  expect(saved.map(({ path }) => path)).toEqual(['/network-check-2026-11-22.csv', '/network-check-2026-11-22.pdf'])
  expect(saved[0]!['text']).toMatch(/^Host,Port,/)
  expect(textPage('<b>', '<script>"&')).not.toMatch(/<script>|<b>/)
})
