import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createDesktopHandlers, plainFileName } from '../../../../main/shell/desktop-handlers.ts'
import { createGrantedPaths } from '../../../../main/shell/granted-paths.ts'

const context = { signal: new AbortController().signal, report: () => {} }

function desk(choice: (suggestedName: string) => string | null = () => null) {
  const done: string[] = []
  const granted = createGrantedPaths()
  const { shell } = createDesktopHandlers(
    {
      info: { shell: 'browser', platform: 'linux' },
      choosePath: async ({ suggestedName }) => choice(suggestedName),
      chooseFile: async ({ extensions }) => choice(`opened.${extensions.join('|')}`),
      printPdf: async (html) => {
        if (html === 'broken') throw new Error('made to fail')
        return new TextEncoder().encode(`%PDF-${html}`)
      },
      openFolder: async (path) => void done.push(`folder ${path}`),
      openLink: async (url) => void done.push(`open ${url}`),
      revealFile: async (path) => void done.push(`reveal ${path}`),
    },
    granted,
    { folders: { data: '/data', logs: '/data/logs' }, collectDiagnostics: async () => 'facts' },
  )
  return { shell, done }
}

function temporaryDir(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'desk-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  return dir
}

test('a text is saved where the person chose', async () => {
  const dir = temporaryDir()
  const { shell, done } = desk((name) => path.join(dir, name))
  const chosen = await shell.chooseSavePath({ suggestedName: 'server.pem', title: 'Save' }, context)
  await shell.saveText({ path: chosen!, text: 'certificate' }, context)
  await shell.revealFile({ path: chosen! }, context)
  expect(readFileSync(path.join(dir, 'server.pem'), 'utf8')).toBe('certificate')
  expect(done).toEqual([`reveal ${path.join(dir, 'server.pem')}`])
})

test('a document is saved as PDF where the person chose, and nowhere else', async () => {
  const dir = temporaryDir()
  const { shell } = desk((name) => path.join(dir, name))
  const chosen = await shell.chooseSavePath({ suggestedName: 'report.pdf', title: 'Save' }, context)
  await shell.savePdf({ path: chosen!, html: '1.7' }, context)
  expect(readFileSync(chosen!, 'utf8')).toBe('%PDF-1.7')
  expect(statSync(chosen!).mode & 0o777).toBe(0o600)
  await expect(shell.savePdf({ path: path.join(dir, 'b'), html: '' }, context)).rejects.toMatchObject({
    code: 'bad-input',
  })
  await expect(shell.savePdf({ path: chosen!, html: 'broken' }, context)).rejects.toMatchObject({ code: 'pdf.failed' })
  expect(readFileSync(chosen!, 'utf8')).toBe('%PDF-1.7')
})

test('a path that was not chosen is neither written nor shown', async () => {
  const { shell, done } = desk()
  const target = path.join(temporaryDir(), 'made-up')
  await expect(shell.saveText({ path: target, text: '' }, context)).rejects.toMatchObject({ code: 'bad-input' })
  await expect(shell.revealFile({ path: target }, context)).rejects.toMatchObject({ code: 'bad-input' })
  expect(done).toEqual([])
})

test('a dialog that was closed grants nothing', async () => {
  const { shell } = desk()
  expect(await shell.chooseSavePath({ suggestedName: 'a', title: '' }, context)).toBeNull()
  await expect(shell.saveText({ path: process.cwd(), text: '' }, context)).rejects.toMatchObject({ code: 'bad-input' })
})

test('a disk that refuses is named as such', async () => {
  const { shell } = desk(() => path.join(temporaryDir(), 'no', 'such', 'folder'))
  const chosen = await shell.chooseSavePath({ suggestedName: 'a', title: '' }, context)
  await expect(shell.saveText({ path: chosen!, text: '' }, context)).rejects.toMatchObject({ code: 'file.unwritable' })
})

test('only https addresses are opened, as the URL parser reads them', async () => {
  const { shell, done } = desk()
  const refused = [
    'http://example.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ms-msdt:/id',
    '/etc/passwd',
    'https://user:word@example.com/',
    '',
  ]
  for (const url of refused) {
    await expect(shell.openLink({ url }, context)).rejects.toMatchObject({ code: 'bad-input', path: 'url' })
  }
  await shell.openLink({ url: 'HTTPS://Example.com\\path' }, context)
  expect(done).toEqual(['open https://example.com/path'])
})

test('a suggested name stays a name', () => {
  const suggested = ['../../.ssh/config', 'C:\\Windows\\x', 'a\u0000b', '...', 'Devices – März.csv']
  expect(suggested.map(plainFileName)).toEqual([
    '-..-.ssh-config',
    'C--Windows-x',
    'a-b',
    'untitled',
    'Devices – März.csv',
  ])
})

test('a file chosen to be read can be shown, and not written over', async () => {
  const { shell, done } = desk((name) => `/home/${name}`)
  const chosen = await shell.chooseOpenPath({ title: 'Open', extensions: ['csv', '*', '../x'] }, context)
  expect(chosen).toBe(path.resolve('/home/opened.csv'))
  await shell.revealFile({ path: chosen! }, context)
  expect(done).toEqual([`reveal ${chosen}`])
  await expect(shell.saveText({ path: chosen!, text: '' }, context)).rejects.toMatchObject({ code: 'bad-input' })
})

test('the two folders of the program are opened, and no other', async () => {
  const { shell, done } = desk()
  await shell.openFolder({ folder: 'data' }, context)
  await shell.openFolder({ folder: 'logs' }, context)
  expect(done).toEqual(['folder /data', 'folder /data/logs'])
})

test('diagnostics go where the person chose, for their eyes only', async () => {
  const dir = temporaryDir()
  const { shell } = desk((name) => path.join(dir, name))
  await expect(shell.saveDiagnostics({ path: path.join(dir, 'made-up') }, context)).rejects.toMatchObject({
    code: 'bad-input',
  })
  const chosen = await shell.chooseSavePath({ suggestedName: 'diagnostics.json', title: 'Save' }, context)
  await shell.saveDiagnostics({ path: chosen! }, context)
  expect(readFileSync(chosen!, 'utf8')).toBe('facts')
  if (process.platform !== 'win32') expect(statSync(chosen!).mode & 0o777).toBe(0o600)
})

test('the demo is shown and left by the program, where it can', async () => {
  const done: boolean[] = []
  const program = {
    folders: { data: '/', logs: '/' },
    collectDiagnostics: async () => '',
    showDemo: async (wanted: boolean) => void done.push(wanted),
  }
  const powers = {
    info: { shell: 'browser', platform: 'linux' },
    choosePath: async () => null,
    chooseFile: async () => null,
    printPdf: async () => new Uint8Array(),
    openLink: async () => {},
    revealFile: async () => {},
    openFolder: async () => {},
  } as const
  const { shell } = createDesktopHandlers(powers, createGrantedPaths(), program)
  await shell.openDemo({}, context)
  await shell.leaveDemo({}, context)
  expect(done).toEqual([true, false])
  const without = createDesktopHandlers(powers, createGrantedPaths(), { ...program, showDemo: undefined })
  await expect(without.shell.openDemo({}, context)).rejects.toThrow()
})
