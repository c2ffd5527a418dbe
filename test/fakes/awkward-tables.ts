import { deflateRawSync } from 'node:zlib'

/** What reading a file comes to: rows by their outcome, or the failure it ends with. */
export type Expected =
  { readonly accepted: number; readonly repaired?: number; readonly rejected?: number } | { readonly fails: string }

export type AwkwardTable = readonly [name: string, bytes: () => Iterable<Uint8Array>, expected: Expected]

const A = 'C02XG0FDH7JY'
const B = 'DMPVK1ABCD34'
const C = 'F9FXY12ZQ1'
const HEADER = 'Serial Number,Model'

const text =
  (content: string, encoding: BufferEncoding = 'utf8') =>
  () => [Buffer.from(content, encoding)]
const wide = (content: string, order: 'le' | 'be', hasMark: boolean) => () => {
  const bytes = Buffer.from((hasMark ? '\uFEFF' : '') + content, 'utf16le')
  return [order === 'le' ? bytes : bytes.swap16()]
}
const list = (sign: string) =>
  [
    ['Serial Number', 'Model', 'Color'],
    [A, 'iPad', 'Silver'],
    [B, 'Mac', 'Black'],
  ]
    .map((row) => row.join(sign))
    .join('\n')

/** Every damage a spreadsheet, an export or a person does to a list of devices. */
export const AWKWARD_TABLES: readonly AwkwardTable[] = [
  // encodings
  ['UTF-8 without a mark', text(`${HEADER}\n${A},Büro\n${B},iPad\n`), { accepted: 2 }],
  ['UTF-8 with a mark', text(`\uFEFF${HEADER}\n${A},Büro\n`), { accepted: 1 }],
  ['a mark and no header', text(`\uFEFF${A}\n${B}\n`), { accepted: 2 }],
  ['UTF-16 LE with a mark', wide(`${HEADER}\r\n${A},Büro\r\n`, 'le', true), { accepted: 1 }],
  ['UTF-16 BE with a mark', wide(`${HEADER}\r\n${A},Büro\r\n`, 'be', true), { accepted: 1 }],
  ['UTF-16 LE without a mark', wide(`${HEADER}\n${A},iPad\n${B},iPad\n`, 'le', false), { accepted: 2 }],
  ['UTF-16 BE without a mark', wide(`${HEADER}\n${A},iPad\n`, 'be', false), { accepted: 1 }],
  ['Unicode text of a spreadsheet: UTF-16 and tabs', wide(list('\t'), 'le', true), { accepted: 2 }],
  ['Windows-1252', text(`Seriennummer;Modell\n${A};B\u00fcro\n${B};\u00c4rger\n`, 'latin1'), { accepted: 2 }],
  ['Windows-1252 in the header', text(`Ger\u00e4te-Seriennummer;Modell\n${A};iPad\n`, 'latin1'), { accepted: 1 }],
  [
    'UTF-8 with a damaged letter',
    () => [Buffer.concat([Buffer.from(`${HEADER}\n${A},Büro\n${B},x`), Buffer.of(0xff), Buffer.from('y\n')])],
    { accepted: 2 },
  ],
  ['UTF-8 cut inside a letter', () => [Buffer.from(`${HEADER}\n${A},Büro ü`).subarray(0, -1)], { accepted: 1 }],
  [
    'UTF-16 cut inside a letter',
    () => [...wide(`${HEADER}\n${A},iPad\n${B},x`, 'le', true)()].map((bytes) => bytes.subarray(0, -1)),
    { accepted: 2 },
  ],
  [
    'a letter cut by the pieces it comes in',
    () => [...Buffer.from(`${HEADER}\n${A},Büro 😀\n${B},é\n`)].map((byte) => Buffer.of(byte)),
    { accepted: 2 },
  ],
  // delimiters
  ['commas', text(list(',')), { accepted: 2 }],
  ['semicolons', text(list(';')), { accepted: 2 }],
  ['tabs', text(list('\t')), { accepted: 2 }],
  ['pipes', text(list('|')), { accepted: 2 }],
  ['carets', text(list('^')), { accepted: 2 }],
  ['sep=; in the first line', text(`sep=;\r\n${list(';')}`), { accepted: 2 }],
  ['sep= with a sign nobody would guess', text(`sep=~\r\n${list('~')}`), { accepted: 2 }],
  ['sep= in quotes and capitals', text(`"SEP=;"\r\n${list(';')}`), { accepted: 2 }],
  ['sep= behind a mark', text(`\uFEFFsep=|\n${list('|')}`), { accepted: 2 }],
  ['commas inside of semicolons', text(`Serial Number;Model\n${A};1,5 kg\n${B};2,5 kg\n`), { accepted: 2 }],
  ['semicolons only inside quotes', text(`${HEADER}\n${A},"a;b;c"\n${B},"d;e;f"\n`), { accepted: 2 }],
  // lines
  ['CRLF', text(`${HEADER}\r\n${A},x\r\n${B},y\r\n`), { accepted: 2 }],
  ['CR alone', text(`${HEADER}\r${A},x\r${B},y\r`), { accepted: 2 }],
  ['all three in one file', text(`${HEADER}\r\n${A},x\r${B},y\n${C},z`), { accepted: 3 }],
  ['no line break at the end', text(`${HEADER}\n${A},x`), { accepted: 1 }],
  ['empty lines between and at the end', text(`\n\n${HEADER}\n\n${A},x\n\n\n${B},y\n\n\n`), { accepted: 2 }],
  ['lines of nothing but delimiters', text(`${HEADER}\n${A},x\n,\n,\n`), { accepted: 1 }],
  ['trailing empty columns', text(`${HEADER},,,,\n${A},x,,,,\n${B},y,,,,,,\n`), { accepted: 2 }],
  ['rows that are too short and too long', text(`${HEADER},Color\n${A}\n${B},y,z,more,and more\n`), { accepted: 2 }],
  ['the end-of-file sign of old systems', text(`${HEADER}\n${A},x\n\u001a`), { accepted: 1 }],
  // headers
  [
    'title lines above the header',
    text(`Devices of Contoso\nAs of 1 February 2026\n\n${HEADER}\n${A},x\n`),
    { accepted: 1 },
  ],
  [
    'titles, a date and a sum above the header',
    text(`Report;;\nDate;1.2.2026;\nRows;2;\nSeriennummer;Anzeigename;Benutzer\n${A};a;b\n${B};c;d\n`),
    { accepted: 2 },
  ],
  ['no header, serial and details', text(`${A},iPad of Anna\n${B},iPad of Bob\n`), { accepted: 2 }],
  ['no header, the serial number in the second column', text(`iPhone,${A}\niPad,${B}\n`), { accepted: 2 }],
  ['a plain list', text(`${A}\n${B}\n${C}\n`), { accepted: 3 }],
  ['a plain list with a title', text(`Serial\n${A}\n${B}\n`), { accepted: 2 }],
  ['capitals, underscores and dots in titles', text(`SERIAL_NUMBER,Device.Type\n${A},iPad\n`), { accepted: 1 }],
  [
    'the header again in the middle, where two files were joined',
    text(`${HEADER}\n${A},x\n${HEADER}\n${B},y\n`),
    { accepted: 2, rejected: 1 },
  ],
  ['a sum below the list', text(`${HEADER}\n${A},x\nTotal,1\n`), { accepted: 1, rejected: 1 }],
  ['nothing but a header', text(`${HEADER}\n`), { accepted: 0 }],
  // quotes
  ['everything in quotes', text(`"Serial Number","Model"\n"${A}","x"\n"${B}","y"\n`), { accepted: 2 }],
  ['doubled quotes', text(`${HEADER}\n${A},"12"" display"\n${B},"""x"""\n`), { accepted: 2 }],
  [
    'line breaks in cells, all three kinds',
    text(`${HEADER}\n${A},"a\nb"\n${B},"c\r\nd"\n${C},"e\rf"\n`),
    { accepted: 3 },
  ],
  ['delimiters in cells', text(`${HEADER}\n${A},"a,b"\n"${B}",c\n`), { accepted: 2 }],
  ['a quote in the middle of a cell', text(`${HEADER}\n${A},12" display\n${B},y\n`), { accepted: 2 }],
  ['an opening quote that never closes', text(`${HEADER}\n${A},"12 inch\n${B},y\n${C},z\n`), { accepted: 3 }],
  ['an opening quote that the next row seems to close', text(`${HEADER}\n${A},"12 inch\n${B},"y"\n`), { accepted: 2 }],
  ['text behind a closing quote', text(`${HEADER}\n${A},"x"y\n${B},z\n`), { accepted: 2 }],
  [
    'an open quote far before the end of a long file',
    text(`${HEADER}\n${A},"open\n${`${B},y\n`.repeat(20_000)}`),
    { accepted: 20_001 },
  ],
  // serial numbers
  ['blanks around', text(`${HEADER}\n ${A} ,x\n\t${B},y\n`), { accepted: 0, repaired: 2 }],
  [
    'no-break spaces and zero-width signs',
    text(`${HEADER}\n\u00a0${A}\u00a0,x\n\u200b${B},y\nF9FXY\u00ad12ZQ1,z\n`),
    { accepted: 0, repaired: 3 },
  ],
  ['lower case', text(`${HEADER}\n${A.toLowerCase()},x\n${B},y\n`), { accepted: 1, repaired: 1 }],
  ['a leading apostrophe, straight and curly', text(`${HEADER}\n'${A},x\n’${B},y\n`), { accepted: 0, repaired: 2 }],
  ['="…" of a spreadsheet', text(`${HEADER}\n="${A}",x\n"=""${B}""",y\n`), { accepted: 0, repaired: 2 }],
  [
    'scientific notation, point and comma',
    text(`Serial Number;Model\n7.64E+11;x\n7,64E+11;y\n${A};z\n`),
    { accepted: 1, rejected: 2 },
  ],
  ['a number of digits as a float', text(`${HEADER}\n764000123456.0,x\n`), { accepted: 0, repaired: 1 }],
  ['the S of a bar code', text(`${HEADER}\nS${A},x\n${B},y\n`), { accepted: 1, repaired: 1 }],
  ['IMEI where serial numbers belong', text(`${HEADER}\n356938035643809,x\n${A},y\n`), { accepted: 1, rejected: 1 }],
  ['errors of a formula', text(`${HEADER}\n#N/A,x\n#REF!,y\n#NV,z\n${A},w\n`), { accepted: 1, rejected: 3 }],
  ['letters of double width', text(`${HEADER}\nＣ02XG0FDH7JY,x\n`), { accepted: 0, repaired: 1 }],
  [
    'cells without a serial number',
    text(`${HEADER}\n,x\n-,y\nunknown device,z\n${A},w\n`),
    { accepted: 1, rejected: 3 },
  ],
  ['zero bytes between', text(`${HEADER}\n${A}\u0000,x\n\u0000${B},y\n`), { accepted: 0, repaired: 2 }],
  ['several in one cell', text(`${HEADER}\n"${A}, ${B}",x\n${C},y\n`), { accepted: 1, rejected: 1 }],
  ['far too long', text(`${HEADER}\n${'A1'.repeat(5000)},x\n${A},y\n`), { accepted: 1, rejected: 1 }],
  // not a list at all
  ['an empty file', () => [], { accepted: 0 }],
  ['nothing but a mark', text('\uFEFF'), { accepted: 0 }],
  ['nothing but line breaks', text('\r\n\r\n\n\r'), { accepted: 0 }],
  [
    'binary rubbish',
    () => [Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251))],
    { fails: 'import.not-a-table' },
  ],
  [
    'a picture',
    () => [Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')],
    { fails: 'import.not-a-table' },
  ],
  [
    'an old workbook',
    () => [Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)])],
    { fails: 'import.not-a-table' },
  ],
  ['a PDF', text('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n'), { fails: 'import.not-a-table' }],
  ['a web page', text('<!doctype html>\n<html><body>Sign in</body></html>\n'), { fails: 'import.no-serial-column' }],
  ['prose', text('Dear colleague,\n\nthe list follows tomorrow.\n\nRegards\n'), { fails: 'import.no-serial-column' }],
  ['100 MB in one line', () => oneLine(100), { fails: 'import.line-too-long' }],
  ['100 MB in one line of quotes', () => oneLine(100, '"'), { fails: 'import.line-too-long' }],
  [
    '100 MB in one cell behind good rows',
    function* () {
      yield Buffer.from(`${HEADER}\n${A},x\n`)
      yield* oneLine(100)
    },
    { fails: 'import.line-too-long' },
  ],
  ['too many columns', text(`${HEADER}${','.repeat(20_000)}\n`), { fails: 'import.too-many-columns' }],
  // workbooks
  [
    'a workbook',
    () => [
      workbook([
        ['Serial Number', 'Model'],
        [A, 'x'],
        [B, 'y'],
      ]),
    ],
    { accepted: 2 },
  ],
  [
    'a workbook with numbers for serial numbers',
    () => [workbook([['Serial Number'], [764000123456], [A]])],
    { accepted: 2 },
  ],
  [
    'a workbook with titles above',
    () => [workbook([['Devices'], [], ['Seriennummer', 'Benutzer'], [` ${A}`, 'a'], [null, 'b']])],
    { accepted: 0, repaired: 1, rejected: 1 },
  ],
  [
    'a workbook that is cut off',
    () => [workbook([['Serial Number'], [A]]).subarray(0, 400)],
    { fails: 'import.workbook-unreadable' },
  ],
  [
    'a ZIP of something else',
    () => [zip([['readme.txt', Buffer.from('hello')]])],
    { fails: 'import.workbook-unreadable' },
  ],
  [
    'a ZIP bomb',
    () => [zip([['xl/worksheets/sheet1.xml', Buffer.alloc(220 * 1024 * 1024)]])],
    { fails: 'import.workbook-too-large' },
  ],
]

function* oneLine(megabytes: number, sign = 'x'): Generator<Uint8Array> {
  const piece = Buffer.alloc(1024 * 1024, sign)
  for (let at = 0; at < megabytes; at++) yield piece
}

type Cell = string | number | null

/** The smallest workbook there is: one sheet, texts within their cells. */
export function workbook(rows: readonly (readonly Cell[])[]): Buffer {
  const cell = (value: Cell, row: number, column: number) => {
    const place = `${String.fromCharCode(65 + column)}${row + 1}`
    if (value === null) return ''
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`
    const escaped = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`
  }
  const lines = rows.map(
    (cells, row) => `<row r="${row + 1}">${cells.map((value, column) => cell(value, row, column)).join('')}</row>`,
  )
  const xml = (body: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${body}`)
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'
  return zip([
    ['[Content_Types].xml', xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')],
    [
      '_rels/.rels',
      xml(
        `<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    ],
    [
      'xl/workbook.xml',
      xml(
        `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Devices" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      xml(
        `<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
    ],
    [
      'xl/worksheets/sheet1.xml',
      xml(`<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`),
    ],
  ])
}

export function zip(files: readonly (readonly [name: string, content: Buffer])[]): Buffer {
  const parts: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const [name, content] of files) {
    const packed = deflateRawSync(content)
    const facts = Buffer.alloc(22)
    facts.writeUInt16LE(8, 0)
    facts.writeUInt32LE(crc32(content), 6)
    facts.writeUInt32LE(packed.length, 10)
    facts.writeUInt32LE(content.length, 14)
    facts.writeUInt16LE(name.length, 18)
    const versions = Buffer.from([20, 0, 0, 0])
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), versions, facts, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    entries.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), versions, facts, rest, Buffer.from(name)]),
    )
    parts.push(local)
    at += local.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, directory, end])
}

/** Big ones are never unpacked to their end: their sum does not matter. */
function crc32(bytes: Buffer): number {
  if (bytes.length > 1e6) return 0
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
