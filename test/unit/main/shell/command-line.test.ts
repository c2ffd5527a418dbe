import { expect, test } from 'vitest'
import { readCommandLine } from '../../../../main/shell/command-line.ts'

test('without --cli a window opens, over the folder that was named', () => {
  expect(readCommandLine(['/app/ADE Desk', '--data-dir', '/data'])).toEqual({ cli: undefined, dataDir: '/data' })
  expect(readCommandLine(['electron', '.', '--data-dir=/data', '--inspect'])).toEqual({
    cli: undefined,
    dataDir: '/data',
  })
  expect(readCommandLine(['/app/ADE Desk'])).toEqual({ cli: undefined, dataDir: undefined })
})

test('everything after --cli is the command, its data folder included', () => {
  expect(readCommandLine(['/app/ADE Desk', '--cli', 'token', 'list', '--data-dir', '/data', '--json'])).toEqual({
    cli: ['token', 'list', '--data-dir', '/data', '--json'],
    dataDir: '/data',
  })
})

test('--data-dir without a folder names none', () => {
  expect(readCommandLine(['/app/ADE Desk', '--data-dir']).dataDir).toBeUndefined()
})
