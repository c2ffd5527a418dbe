import { expect, test } from 'vitest'
import { originOf, pageAddress } from '../../../../../main/shell/electron/page-address.ts'

const BUILT = { url: 'app://ade-desk/', origin: 'app://ade-desk', requestOrigins: ['app://ade-desk'] }

test('a packaged program shows its own page, whatever the environment says', () => {
  expect(pageAddress({ isPackaged: true, devServerUrl: 'http://localhost:5173' })).toEqual(BUILT)
})

test('from source the development server of this computer is shown, of another one never', () => {
  expect(pageAddress({ isPackaged: false, devServerUrl: undefined })).toEqual(BUILT)
  expect(pageAddress({ isPackaged: false, devServerUrl: 'http://localhost:5173/' })).toEqual({
    url: 'http://localhost:5173/',
    origin: 'http://localhost:5173',
    requestOrigins: ['http://localhost:5173', 'ws://localhost:5173'],
  })
  for (const devServerUrl of ['http://example.com', 'http://localhost.example.com', 'http://localhost@example.com']) {
    expect(pageAddress({ isPackaged: false, devServerUrl })).toEqual(BUILT)
  }
})

test('an origin is scheme and host, also for a scheme of our own', () => {
  expect(['app://ade-desk/a?b#c', 'app://other/', 'https://a:8/', 'about:blank', 'no address'].map(originOf)).toEqual([
    'app://ade-desk',
    'app://other',
    'https://a:8',
    'about://',
    '',
  ])
})
