import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { MAX_TEXT, pasteOutcome, readText } from '../../../../../main/core/diagnosis/read-text.ts'
import { ERROR_DOMAINS } from '../../../../../shared/model/error-codes.ts'

const first = (text: string) => {
  const [finding] = readText(text).findings
  return finding ? `${finding.domain} ${finding.code}` : 'nothing'
}
const outcome = (text: string) => pasteOutcome(readText(text), 'error-text')

test.each(ERROR_DOMAINS.flatMap(({ id, codes }) => codes.map(({ code }) => [id, code] as const)))(
  'the code %s %s is read as a device or a server writes it',
  (id, code) => {
    if (id === 'device-log') return
    const texts =
      id === 'http-status'
        ? [`HTTP/1.1 ${code} Something`, `status code: ${code}`]
        : /^-?\d+$/.test(code)
          ? [
              `Error Domain=${id} Code=${code} "…"`,
              `(${id}-Fehler ${code}.)`,
              `<${id}:${code}>`,
              `${id.toLowerCase()} ${code}`,
            ]
          : [code, `{"code":"${code}"}`, `403: "${code}"`]
    for (const text of texts) expect(first(text)).toBe(`${id} ${code}`)
  },
)

describe('what a device shows', () => {
  it.each([
    ['Profile Installation Failed\nThe request timed out.', 'NSURLErrorDomain -1001', 'timed-out'],
    [
      'Profilinstallation fehlgeschlagen\nZeitüberschreitung bei der Anforderung.',
      'NSURLErrorDomain -1001',
      'timed-out',
    ],
    ['Zeitueberschreitung bei der Anforderung', 'NSURLErrorDomain -1001', 'timed-out'],
    [
      'The configuration for your iPhone could not be downloaded from Example GmbH.\n\ncancelled',
      'NSURLErrorDomain -999',
      'cancelled',
    ],
    [
      'Die Konfiguration für dein iPhone konnte nicht von „Muster AG“ geladen werden. Abgebrochen',
      'NSURLErrorDomain -999',
      'cancelled',
    ],
    [
      'The configuration for your Mac could not be downloaded from Example.',
      'device-log not-downloaded',
      'not-downloaded',
    ],
    [
      '… could not be downloaded from Example. Could not connect to the server.',
      'NSURLErrorDomain -1004',
      'could-not-connect',
    ],
    ['A server with the specified\n  hostname could not be found.', 'NSURLErrorDomain -1003', 'host-not-found'],
    [
      'Es konnte kein Server mit dem angegebenen Hostnamen gefunden werden.',
      'NSURLErrorDomain -1003',
      'host-not-found',
    ],
    ['Das Zertifikat für diesen Server ist ungültig.', 'NSURLErrorDomain -1202', 'certificate'],
    ['Das Zertifikat für diesen Server ist ungültig.'.normalize('NFD'), 'NSURLErrorDomain -1202', 'certificate'],
    [
      'The certificate for this server is invalid. You might be connecting to a server that is pretending to be “mdm.example.com”',
      'NSURLErrorDomain -1202',
      'certificate',
    ],
    ['Die Internetverbindung scheint offline zu sein.', 'NSURLErrorDomain -1009', 'not-connected'],
    ['INVALID PROFILE', 'device-log invalid-profile', 'invalid-profile'],
    ['Ungültiges Profil', 'device-log invalid-profile', 'invalid-profile'],
    ['Profile Installation Failed. The SCEP server returned an invalid response.', 'MCSCEPErrorDomain 22013', 'scep'],
    ['Assignment In Progress', 'device-log assignment-in-progress', 'assignment-in-progress'],
    ['iPhone an Besitzer gesperrt', 'device-log activation-lock', 'activation-lock'],
    ['awaiting final configuration from “Example”', 'device-log awaiting', 'awaiting-configuration'],
    ['33001', 'MCCloudConfigurationErrorDomain 33001', 'configuration-not-retrieved'],
    ['Fehler: 34006', 'MCCloudConfigurationErrorDomain 34006', 'server-unavailable'],
  ])('%s', (text, code, expected) => {
    expect([first(text), outcome(text)]).toEqual([code, expected])
  })
})

describe('lines of logs', () => {
  it('prefers the cause inside to the frame around it', () => {
    const text =
      'teslad[212]: Error Domain=MCCloudConfigErrorDomain Code=33001 "The cloud configuration could not be retrieved" UserInfo={NSUnderlyingError=0x1 {Error Domain=NSURLErrorDomain Code=-1003 "x"}}'
    expect(readText(text).findings.map(({ domain, code }) => `${domain} ${code}`)).toEqual([
      'NSURLErrorDomain -1003',
      'MCCloudConfigErrorDomain 33001',
    ])
  })

  it('knows the pair that tells of a missing certificate of the Mac', () => {
    const text =
      'Error Domain=MCCloudConfigurationErrorDomain Code=34006 "…"\nError Domain=com.apple.MobileActivation.ErrorDomain Code=-4 "UCRT"'
    expect([first(text), outcome(text)]).toEqual(['com.apple.MobileActivation.ErrorDomain -4', 'device-identity'])
  })

  it('finds the skipped enrollment among noise and counts it', () => {
    const noise = 'Nov 22 10:00:00 iPhone budd[1]: nothing to see 403 2004 here\n'.repeat(500)
    const text = `${noise}Nov 22 budd: Skipping cloud configuration due to pending restore\n${noise}Skipping cloud configuration due to pending restore`
    const [finding] = readText(text).findings
    expect(finding).toMatchObject({ code: 'pending-restore', count: 2, outcome: 'pending-restore' })
    expect(finding?.excerpt).toBe('Nov 22 budd: Skipping cloud configuration due to pending restore')
  })

  it('shows unknown codes with their domain, and unknown domains as such', () => {
    const { findings } = readText('Error Domain=MCMDMErrorDomain Code=12999 "…" Error Domain=XYZErrorDomain Code=7')
    expect(findings.map(({ domain, code, isKnown, outcome: said }) => [domain, code, isKnown, said])).toEqual([
      ['MCMDMErrorDomain', '12999', false, 'installation-failed'],
      ['XYZErrorDomain', '7', false, 'unrecognised'],
    ])
  })

  it('reads the long form of the process that manages profiles', () => {
    const text =
      'teslad: NSError:\nDesc   : The request failed\nDomain : MCCloudConfigErrorDomain\nCode   : 33003\nType   : MCFatalError'
    expect([first(text), outcome(text)]).toEqual(['MCCloudConfigErrorDomain 33003', 'not-activated'])
    expect(first('profiles: (CPProfileManager:34000)')).toBe('CPProfileManager 34000')
  })

  it('puts words that any log holds behind what names a cause', () => {
    const text = 'sharingd: not authorized, rate limit\ntask canceled\nMCMDMErrorDomain:12022'
    expect(readText(text).findings.map(({ code }) => code)[0]).toBe('12022')
  })

  it('takes a code that stands before its domain', () => {
    expect(first('Code=-1001, Domain=NSURLErrorDomain')).toBe('NSURLErrorDomain -1001')
  })

  it('takes dates and numbers for no codes', () => {
    expect(
      readText('2026-11-22 10:33:24 12345 requests, 33001 of 34000 devices, version 14.4.1'.replace('33001', '3'))
        .findings,
    ).toEqual([expect.objectContaining({ code: '34000' })])
    expect(readText('2026-11-22T10:00:00Z 12345 4001 2004 1002').findings).toEqual([])
  })

  it('keeps what may be secret out of the excerpt', () => {
    const text = `NSURLErrorDomain -1001 password: hunter2 and more\nNSURLErrorDomain -1003 ${'A1b2'.repeat(20)}`
    const excerpts = readText(text).findings.map(({ excerpt }) => excerpt)
    expect(excerpts.join()).not.toMatch(/hunter2|A1b2A1b2/)
    expect(excerpts.join()).toContain('NSURLErrorDomain')
  })
})

describe('what a Mac prints', () => {
  const show = (text: string) => pasteOutcome(readText(text), 'mac-enrollment')
  const status = (text: string) => pasteOutcome(readText(text), 'mac-status')

  it('reads profiles show', () => {
    const printed =
      'Device Enrollment configuration:\n{\n    AllowPairing = 1;\n    AutoAdvanceSetup = 0;\n    AwaitDeviceConfigured = 0;\n    ConfigurationURL = "https://ds.example.com/DeviceServices/AppleMDM/Enroll";\n    IsMandatory = 1;\n    IsSupervised = 1;\n}\n'
    expect(show(printed)).toBe('configuration-shown')
    expect(show('Device Enrollment configuration:\n(null)\n')).toBe('configuration-empty')
    expect(show('Device Enrollment configuration:\n')).toBe('configuration-empty')
    expect(show('Error fetching Device Enrollment configuration: Client is not DEP enabled.')).toBe('not-in-portal')
    expect(
      show(
        "Error fetching Device Enrollment configuration: We can't determine if this machine is DEP enabled. Try again later.",
      ),
    ).toBe('configuration-not-retrieved')
    expect(show('Error fetching Device Enrollment configuration: Request too soon.  Try again later.')).toBe(
      'mac-too-soon',
    )
    expect(
      show(
        'Error fetching Device Enrollment configuration: (34006) Error Domain=MCCloudConfigurationErrorDomain Code=34006 "…"',
      ),
    ).toBe('server-unavailable')
    expect(show('something else')).toBe('unrecognised')
    expect(show(' \n ')).toBe('skipped')
  })

  it('reads profiles status', () => {
    const printed =
      'Enrolled via DEP: Yes\nMDM enrollment: Yes (User Approved)\nMDM server: https://ds.example.com/x/y\n'
    expect(status(printed)).toBe('enrolled-by-ade')
    expect(readText(printed).mac).toEqual({
      configuration: null,
      byAde: true,
      enrolled: 'user-approved',
      server: 'ds.example.com',
    })
    expect(status('Enrolled via DEP: No\nMDM enrollment: Yes\nMDM server: https://old.example.com/')).toBe(
      'enrolled-otherwise',
    )
    expect(status('Enrolled via DEP: No\nMDM enrollment: No')).toBe('not-enrolled')
  })
})

describe('texts of any kind', () => {
  // A reader that is not linear needs hours for some of them: the test's own timeout ends it.
  it('are read to the end, whatever they hold', () => {
    const hostile = [
      'a',
      'MC',
      'ErrorDomain',
      'NSURLErrorDomain ',
      'NSURLErrorDomain Code=-1001 ',
      '-',
      '1',
      ' ',
      '\n',
      'http ',
      '.',
      '((((',
      'ä',
      'cancelled ',
      'Device Enrollment configuration:',
      'token=',
      '\u0130',
    ]
    const long = (piece: string) => piece.repeat(Math.ceil((MAX_TEXT * 1.2) / piece.length))
    const half = '.'.repeat(MAX_TEXT / 2 - 2)
    for (const [piece, text] of [
      ...hostile.map((one) => [one, long(one)] as const),
      ['dots', `${half}a.\n${half}a.${half}`] as const,
    ]) {
      const reading = readText(text)
      expect([piece, reading.isCut]).toEqual([piece, true])
      expect(reading.findings.length).toBeLessThanOrEqual(20)
    }
  }, 120_000)

  it('never make it throw, and never make it answer without bounds', () => {
    const pieces = fc.constantFrom(
      'NSURLErrorDomain',
      ' Code=',
      '-1001',
      '\n',
      'cancelled',
      'MCMDMErrorDomain:',
      '12022',
      'T_C_NOT_SIGNED',
      '"',
      'ü',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(text, (any) => {
        const { findings } = readText(any)
        expect(findings.every(({ excerpt, count }) => excerpt.length <= 220 && count > 0)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('are read at both ends when they are too long', () => {
    const middle = 'x\n'.repeat(MAX_TEXT)
    expect(first(`T_C_NOT_SIGNED\n${middle}`)).toBe('ade-service T_C_NOT_SIGNED')
    expect(first(`${middle}\nT_C_NOT_SIGNED`)).toBe('ade-service T_C_NOT_SIGNED')
  })
})
