import { describe, expect, it } from 'vitest'
import { MAX_TREE_ROWS, ROW_FAULTS } from '../../../../../shared/contract/groups.ts'
import { messagesIn } from '../../../../../shared/messages/index.ts'
import { readTreeFile } from '../../../../../main/core/groups/tree-file.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readTreeFile(utf8(text), 'Global')

/** The same three groups in every form a spreadsheet or the console writes. */
const EXPECTED = [
  { path: '/Global/EMEA', type: 'Customer', groupId: 'emea' },
  { path: '/Global/EMEA/München; Süd', type: 'Container', groupId: null },
]

function utf16(text: string, { bigEndian = false, mark = true } = {}): Uint8Array {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

describe('forms of a file', () => {
  const comma = 'Path,Type,Group ID\r\n/Global/EMEA,customer,emea\r\n"/Global/EMEA/München; Süd",Container,\r\n'
  const forms: readonly (readonly [string, Uint8Array])[] = [
    ['commas', utf8(comma)],
    ['a byte order mark', utf8(`\uFEFF${comma}`)],
    ['semicolons', utf8('path;type;group id\n/Global/EMEA;CUSTOMER;emea\n"/Global/EMEA/München; Süd";Container;')],
    [
      'tabs in UTF-16',
      utf16('path\ttype\tgroup id\r\n/Global/EMEA\tCustomer\temea\r\n/Global/EMEA/München; Süd\tContainer\t'),
    ],
    ['UTF-16, the other way round', utf16(comma, { bigEndian: true })],
    ['UTF-16 without a mark', utf16(comma, { mark: false })],
    ['what Windows wrote before', new Uint8Array(Buffer.from(comma, 'latin1'))],
    ['a line that names the separator', utf8(`sep=,\n${comma}`)],
    ['no header', utf8(comma.slice(comma.indexOf('\n') + 1))],
    [
      'other columns, another order',
      utf8(
        'OG ID,Notes,Organization Group,Type\nemea,x,/Global/EMEA,Customer\n,"a ""b""\nc","/Global/EMEA/München; Süd",Container',
      ),
    ],
    [
      'spreadsheet wrappers',
      utf8('path,type,group id\n"=""/Global/EMEA""", Customer ,emea\n"/Global/EMEA/München; Süd",Container,'),
    ],
    [
      'paths without the root, written with signs',
      utf8('path,type,group id\nEMEA,Customer,emea\nEMEA > München; Süd,Container,'),
    ],
  ]
  it.each(forms)('%s', (_form, bytes) => {
    expect(readTreeFile(bytes, 'Global')).toEqual({ rows: EXPECTED, rejected: [] })
  })
})

describe('rows that cannot be used are told with line and reason', () => {
  it.each([
    ['path,type\n,Container', 2, 'the path is missing'],
    ['path\n"/"', 2, '"/" names no group'],
    ['path\n/Elsewhere/A', 2, 'the path does not begin with /Global'],
    [`path\n/Global/${'x'.repeat(101)}`, 2, `"${'x'.repeat(101)}" cannot be the name of a group`],
    ['path\n"/Global/a\u0007b"', 2, '"a\u0007b" cannot be the name of a group'],
    [`path,type\n/Global/A,${'x'.repeat(51)}`, 2, 'the type or the Group ID cannot be used'],
    ['path\n/Global/A\n\n/global/a/', 4, 'line 2 has the same path'],
    ['path,type,group id\n/Global/A,,x\n/Global/B,,X', 3, 'line 2 has the same Group ID'],
    ['path,note\n"/Global/A","two\nlines"\n/Elsewhere', 4, 'the path does not begin with /Global'],
  ])('%j', (text, line, reason) => {
    expect(read(text).rejected).toEqual([
      { line, reason, fault: { code: expect.any(String), about: expect.any(String) } },
    ])
  })

  it('every reason is a code with what it is about, and has words in each language', () => {
    const { rejected } = read('path,type,group id\n,\n/Elsewhere/A\n/Global/A,,x\n/global/a\n/Global/B,,X')
    expect(rejected.map(({ fault }) => fault)).toEqual([
      { code: 'path-missing', about: '' },
      { code: 'other-root', about: '/Global' },
      { code: 'same-path', about: '4' },
      { code: 'same-group-id', about: '4' },
    ])
    const german = messagesIn('de').groups.imports.faults
    expect(rejected.map(({ fault }) => german[fault.code](fault.about))).toEqual([
      'der Pfad fehlt',
      'der Pfad beginnt nicht mit /Global',
      'Zeile 4 hat denselben Pfad',
      'Zeile 4 hat dieselbe Gruppen-ID',
    ])
    expect(Object.keys(german)).toEqual([...ROW_FAULTS])
  })

  it('rows beyond the bound', () => {
    const lines = Array.from({ length: MAX_TREE_ROWS + 2 }, (_, n) => `/Global/G${n}`)
    const { rows, rejected } = read(lines.join('\n'))
    expect([rows.length, rejected.length]).toEqual([MAX_TREE_ROWS, 2])
    expect(rejected[0]?.reason).toBe(`a file may have ${MAX_TREE_ROWS} groups`)
  })

  it('an empty file has no rows; a quote that never ends is one cell', () => {
    expect(read('')).toEqual({ rows: [], rejected: [] })
    expect(read('path\n"/Global/A').rows).toEqual([{ path: '/Global/A', type: null, groupId: null }])
  })
})
