import { existsSync, globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import type { Command } from 'commander'
import { expect, test } from 'vitest'
import { createProgram } from '../../main/cli/program.ts'
import { messagesIn } from '../../shared/messages/index.ts'
import { PLACES } from '../../shared/model/places.ts'

/** What is written for people is held against what is there: links, pictures, commands, options, paths. */
const PAGES = globSync(['*.md', '{docs,main,renderer,shared,test}/**/*.md'])
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.includes('node_modules/'))
const textOf = (file: string) => readFileSync(file, 'utf8')
const GUIDE = PAGES.filter((file) => file.startsWith('docs/guide/') && !file.endsWith('/README.md'))

/** `[text](target)` and `![text](target)` of this repository: page, target. */
const links = PAGES.flatMap((page) =>
  Array.from(textOf(page).matchAll(/\]\(([^)\s]+)\)/g), ([, target = '']) => [page, target] as const).filter(
    ([, target]) => !/^[a-z]+:/.test(target),
  ),
)

test('every link between pages leads to a file, and to a heading that is there', () => {
  const wrong = links.filter(([page, target]) => {
    const [path = '', heading] = target.split('#')
    const file = path === '' ? page : posix.join(posix.dirname(page), path)
    return !existsSync(file) || (heading !== undefined && !anchorsOf(file).includes(heading))
  })
  expect(links.length).toBeGreaterThan(50)
  expect(wrong).toEqual([])
})

test('the list of chapters holds every chapter once, and every picture is shown', () => {
  const targets = links.map(([page, target]) => [page, posix.join(posix.dirname(page), target)] as const)
  const listed = targets
    .filter(([page, file]) => page === 'docs/guide/README.md' && file.startsWith('docs/guide/'))
    .map(([, file]) => file)
  expect(listed.toSorted()).toEqual(GUIDE.toSorted())
  const shown = new Set(targets.map(([, file]) => file))
  const pictures = globSync('docs/guide/pictures/*.png').map((file) => file.replaceAll('\\', '/'))
  expect(pictures.filter((file) => !shown.has(file))).toEqual([])
})

const program = createProgram('0', () => {
  throw new Error('no command runs here')
})
const commands = program.commands.flatMap((noun) =>
  noun.commands.length === 0 ? [[noun.name()]] : noun.commands.map((verb) => [noun.name(), verb.name()]),
)

test('every command stands on the page of the command line', () => {
  const page = textOf('docs/cli.md')
  expect(commands.map((words) => words.join(' ')).filter((words) => !page.includes(`\`${words}`))).toEqual([])
})

test('every option stands on the page of the command line', () => {
  const page = textOf('docs/cli.md')
  expect(optionsOf(program).filter((option) => option !== '--version' && !page.includes(option))).toEqual([])
})

test('every command that a page shows exists', () => {
  const wrong = PAGES.flatMap((page) =>
    Array.from(textOf(page).matchAll(/ade-desk ([a-z]+)(?: ([a-z-]+))?/g), ([whole, noun, verb]) => ({
      page,
      whole,
      isThere: commands.some((words) => words[0] === noun && (words.length === 1 || words[1] === verb)),
    })).filter(({ isThere }) => !isThere),
  )
  expect(wrong).toEqual([])
})

/** Of Node, npm scripts, the shells and the simulator, not of the command line. */
const OTHER_OPTIONS = ['--cli', '--disable-gpu', '--help', '--noEmit', '--once', '--project', '--version', '--yes']

test('every option that a page for administrators names is one of the program', () => {
  const known = new Set([...optionsOf(program), ...OTHER_OPTIONS])
  const wrong = ['README.md', 'docs/cli.md', 'docs/faq-map.md', ...GUIDE].flatMap((page) =>
    Array.from(textOf(page).matchAll(/(?<![\w-])--[a-z][a-z-]+/g), ([option]) => `${page}: ${option}`).filter(
      (line) => !known.has(line.split(': ')[1]!),
    ),
  )
  expect(wrong).toEqual([])
})

test('every file and folder that a page names is there', () => {
  const named = PAGES.flatMap((page) =>
    Array.from(
      textOf(page).matchAll(/`((?:main|renderer|shared|preload|test|docs)\/[\w./-]+)`/g),
      ([, path = '']) => [page, path] as const,
    ),
  ).filter(([, path]) => !/(?:^|\/)x(?:\/|\.|$)/.test(path))
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter(([, path]) => !existsSync(path))).toEqual([])
})

test('every place is in the README, every noun and every thread in the architecture', () => {
  const readme = textOf('README.md')
  const architecture = textOf('docs/architecture.md')
  const nouns = globSync('main/core/*/').map((folder) => posix.basename(folder.replaceAll('\\', '/')))
  const threads = Array.from(
    textOf('main/jobs/start.ts').matchAll(/(?<=JobName =[^/]*)'([a-z-]+)'/g),
    ([, name]) => name!,
  )
  expect(nouns.length).toBeGreaterThan(10)
  expect(threads.length).toBeGreaterThan(5)
  expect(PLACES.filter((place) => !readme.includes(`**${messagesIn('en').frame.places[place]}**`))).toEqual([])
  expect([...nouns, ...threads].filter((name) => !architecture.includes(`\`${name}\``))).toEqual([])
})

function optionsOf(command: Command): readonly string[] {
  return [...command.options.map(({ long }) => long ?? ''), ...command.commands.flatMap(optionsOf)]
}

/** Headings as GitHub makes addresses of them. */
function anchorsOf(file: string): readonly string[] {
  return Array.from(textOf(file).matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
