import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { createGrantedPaths, guardPaths } from '../../../../main/shell/granted-paths.ts'
import { contract, type CoreHandlers } from '../../../../shared/contract/index.ts'
import type { Call } from '../../../../shared/contract/define.ts'

const context = { signal: new AbortController().signal, report: () => {} }

/** Every call of the contract that takes a path, by name, with handlers that answer the path they were given. */
function callsWithPaths() {
  const calls = Object.entries(contract).flatMap(([noun, members]) =>
    Object.entries(members)
      .filter((entry): entry is [string, Call] => entry[1].kind === 'call')
      .filter(([, { input }]) => 'shape' in input && Object.hasOwn(input.shape as object, 'path'))
      .map(([verb]) => ({ noun, verb })),
  )
  const handlers: Record<string, Record<string, unknown>> = { devices: {}, vault: {} }
  for (const { noun, verb } of calls) (handlers[noun] ??= {})[verb] = ({ path }: { path: string }) => path
  return { calls, handlers: handlers as unknown as CoreHandlers }
}

test('no call of the contract takes a path that the person did not choose', () => {
  const { calls, handlers } = callsWithPaths()
  const granted = createGrantedPaths()
  const guarded = guardPaths(handlers, granted) as unknown as Record<
    string,
    Record<string, (input: unknown, context: unknown) => unknown>
  >
  const chosen = granted.grant('chosen/devices.csv', 'write')
  expect(calls).toContainEqual({ noun: 'devices', verb: 'exportCsv' })
  for (const { noun, verb } of calls) {
    const call = (path: string) => guarded[noun]![verb]!({ path }, context)
    expect(() => call('elsewhere.csv'), `${noun}.${verb}`).toThrow(expect.objectContaining({ code: 'bad-input' }))
    expect(() => call('chosen/../devices.csv'), `${noun}.${verb}`).toThrow(expect.objectContaining({ path: 'path' }))
    expect(call('chosen/./devices.csv')).toBe(chosen)
  }
  expect(chosen).toBe(resolve('chosen/devices.csv'))
})

test('lists that are reconciled were both chosen', () => {
  const granted = createGrantedPaths()
  const start = (input: unknown) => input
  const { reconcile } = guardPaths({ reconcile: { start } } as unknown as CoreHandlers, granted)
  const chosen = granted.grant('portal.csv', 'read')
  const other = granted.grant('console.csv', 'read')
  const ask = (portal: string, console: string | null) =>
    reconcile.start({ portal: { path: portal }, console: console === null ? null : { path: console } }, context)
  expect(ask('portal.csv', 'console.csv')).toEqual({ portal: { path: chosen }, console: { path: other } })
  expect(ask('portal.csv', null)).toEqual({ portal: { path: chosen }, console: null })
  for (const wrong of [() => ask('elsewhere.csv', null), () => ask('portal.csv', 'elsewhere.csv')]) {
    expect(wrong).toThrow(expect.objectContaining({ code: 'bad-input' }))
  }
})

test('a file that was opened cannot be written over, one that was saved can be read back', () => {
  const granted = createGrantedPaths()
  granted.grant('opened', 'read')
  granted.grant('saved', 'write')
  expect(granted.require('opened', 'read')).toBe(resolve('opened'))
  expect(() => granted.require('opened', 'write')).toThrow(expect.objectContaining({ code: 'bad-input' }))
  granted.grant('saved', 'read')
  expect([granted.require('saved', 'read'), granted.require('saved', 'write')]).toEqual([
    resolve('saved'),
    resolve('saved'),
  ])
})
