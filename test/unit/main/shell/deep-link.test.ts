import { describe, expect, it } from 'vitest'
import { addressInArguments, addressOfLink } from '../../../../main/shell/deep-link.ts'

describe('a link to ADE Desk', () => {
  it.each([
    ['adedesk://device/C02XK1ZZZZ', '#/devices?device=C02XK1ZZZZ'],
    ['adedesk://device/c02xk1zzzz/', '#/devices?device=C02XK1ZZZZ'],
    ['ADEDESK://device/DMQVG7AAAA', '#/devices?device=DMQVG7AAAA'],
    ['adedesk://token/Berlin', '#/tokens?token=Berlin'],
    ['adedesk://token/Schulen%20M%C3%BCnchen%20%26%20Umland', '#/tokens?token=Schulen+M%C3%BCnchen+%26+Umland'],
  ])('%s shows %s', (link, address) => {
    expect(addressOfLink(link)).toBe(address)
  })

  it.each([
    ['another scheme', 'https://device/C02XK1ZZZZ'],
    ['a scheme that only begins alike', 'adedesk-evil://device/C02XK1ZZZZ'],
    ['javascript', 'javascript:alert(1)//adedesk://device/C02XK1ZZZZ'],
    ['another kind of thing', 'adedesk://run/everything'],
    ['nothing', 'adedesk://'],
    ['no subject', 'adedesk://device'],
    ['an empty subject', 'adedesk://device/'],
    ['a further path', 'adedesk://device/C02XK1ZZZZ/release'],
    ['a way up', 'adedesk://device/..%2F..%2Fetc'],
    ['a slash in disguise', 'adedesk://token/a%2Fb'],
    ['a query', 'adedesk://device/C02XK1ZZZZ?release=1'],
    ['a fragment', 'adedesk://device/C02XK1ZZZZ#/settings'],
    ['a query in disguise, as a serial', 'adedesk://device/C02%26tokenId%3Dx'],
    ['credentials', 'adedesk://user:word@device/C02XK1ZZZZ'],
    ['a port', 'adedesk://device:80/C02XK1ZZZZ'],
    ['script', 'adedesk://device/%3Cscript%3E'],
    ['an option of the command line', 'adedesk://device/--cli'],
    ['a line break', 'adedesk://token/a%0Ab'],
    ['a zero byte', 'adedesk://token/a%00b'],
    ['a direction mark', 'adedesk://token/a%E2%80%AEb'],
    ['blanks around a name', 'adedesk://token/%20a'],
    ['a bare blank', 'adedesk://token/a b'],
    ['a broken escape', 'adedesk://token/%zz'],
    ['a backslash', 'adedesk://token/a\\b'],
    ['an endless name', `adedesk://token/${'a'.repeat(101)}`],
    ['an endless link', `adedesk://token/${'%41'.repeat(100)}`],
    ['an endless serial', `adedesk://device/${'A'.repeat(33)}`],
  ])('is refused with %s', (_what, link) => {
    expect(addressOfLink(link)).toBeUndefined()
  })
})

it('the link among the arguments of a second start is found, and everything else there is left alone', () => {
  expect(addressInArguments(['ade-desk', '--data-dir', '/data', 'adedesk://device/C02XK1ZZZZ'])).toBe(
    '#/devices?device=C02XK1ZZZZ',
  )
  expect(addressInArguments(['ade-desk', '--cli', 'adedesk://run/all', 'file:///etc/passwd'])).toBeUndefined()
})
