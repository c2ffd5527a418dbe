import { expect, test } from 'vitest'
import { argumentsFor, isDemoAsked, readDemoOptions } from '../../../../main/demo/options.ts'

test('the demo is asked for by its flag, but not of the command line', () => {
  expect(isDemoAsked(['electron', '.', '--demo'])).toBe(true)
  expect(isDemoAsked(['electron', '.'])).toBe(false)
  expect(isDemoAsked(['electron', '.', '--cli', 'token', '--demo'])).toBe(false)
})

test('starting again keeps every other argument, and the flag once or not at all', () => {
  const argv = ['electron', '.', '--data-dir', '/data', '--demo']
  expect(argumentsFor(argv, { isDemo: true })).toEqual(['.', '--data-dir', '/data', '--demo'])
  expect(argumentsFor(argv, { isDemo: false })).toEqual(['.', '--data-dir', '/data'])
})

test('a number of devices that cannot be meant is refused', () => {
  expect(readDemoOptions(['--devices', '50'])).toEqual({ once: false, devices: 50 })
  expect(() => readDemoOptions(['--devices', 'many'])).toThrow(RangeError)
})
