import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFileChooser, dialogCommands } from '../../../../../main/shell/browser/choose-file.ts'

const wish = { title: 'Choose the backup', extensions: ['adebackup'] }
const existing = path.resolve('package.json')

describe("the system's own dialog", () => {
  it('is asked with title and endings as arguments, without a shell', () => {
    expect(dialogCommands(wish, 'linux').map(({ file, args }) => [file, ...args])).toEqual([
      ['zenity', '--file-selection', '--title=Choose the backup', '--file-filter=*.adebackup'],
      ['kdialog', '--title', 'Choose the backup', '--getopenfilename', '.', '*.adebackup'],
    ])
    expect(dialogCommands(wish, 'darwin')[0]?.args.slice(-3)).toEqual(['--', 'Choose the backup', 'adebackup'])
    expect(dialogCommands(wish, 'win32')[0]?.env).toEqual({
      ADE_DESK_TITLE: 'Choose the backup',
      ADE_DESK_FILTER: '*.adebackup|*.adebackup',
    })
  })

  it.each(['-edo shell script "id"', '--help', '\n-edo shell script "id"', '$(id)', "'; id; '"])(
    'takes no command from the title %j',
    (title) => {
      for (const platform of ['linux', 'darwin', 'win32'] as const) {
        for (const { args } of dialogCommands({ title, extensions: [] }, platform)) {
          const given = args.filter((argument) => argument.includes('id') || argument.includes('help'))
          for (const argument of given) expect(argument).not.toMatch(/^-(?!-title=)/)
          if (platform === 'win32') expect(args.join(' ')).not.toContain(title.trim())
        }
      }
    },
  )

  it('names one existing file, or nothing', async () => {
    const answering = (answer: string | null) =>
      createFileChooser('linux', async () => ({ isInstalled: true, output: answer }))(wish)
    expect(await answering(`${existing}\n`)).toBe(existing)
    for (const answer of ['', '\n', 'package.json\n', '/no/such/file\n', `${existing}\n${existing}\n`, null]) {
      expect(await answering(answer)).toBeNull()
    }
  })

  it('is the next one where the first is not installed, and none where none is', async () => {
    const asked: string[] = []
    const choose = (installed: string) =>
      createFileChooser('linux', async ({ file }) => {
        asked.push(file)
        return { isInstalled: file === installed, output: file === installed ? existing : null }
      })(wish)
    expect(await choose('kdialog')).toBe(existing)
    expect(await choose('none')).toBeNull()
    expect(asked).toEqual(['zenity', 'kdialog', 'zenity', 'kdialog'])
  })
})
