import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messagesIn } from '../../shared/messages/index.ts'
import { LANGUAGES, type Language } from '../../shared/messages/languages.ts'
import { indexSources, leavesOf, unusedMessages, type Source } from './messages/catalogue.ts'
import { textsIn } from './messages/texts-in-components.ts'

/** Holds what a person reads: nothing missing in a language, nothing left over, nothing outside of the catalogue. */
const read = (pattern: string): Source[] =>
  globSync(pattern).map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }))

const ENGLISH = leavesOf(messagesIn('en'))
const others = (Object.keys(LANGUAGES) as Language[]).filter((language) => language !== 'en')

test.each(others)('every message of the English catalogue is there in %s, of the same shape', (language) => {
  const shape = (leaves: typeof ENGLISH) => leaves.map(({ path, arity }) => `${path.join('.')} (${arity})`)
  expect(shape(leavesOf(messagesIn(language)))).toEqual(shape(ENGLISH))
})

test.each(Object.keys(LANGUAGES) as Language[])('no message is empty in %s', (language) => {
  const empty = leavesOf(messagesIn(language)).filter(({ value }) => typeof value === 'string' && value.trim() === '')
  expect(empty.map(({ path }) => path.join('.'))).toEqual([])
})

test('in German the dots of what goes on stand off by a blank', () => {
  const said = leavesOf(messagesIn('de')).filter(({ value }) => typeof value === 'string' && /\p{L}…$/u.test(value))
  expect(said.map(({ path }) => path.join('.'))).toEqual([])
})

test('every message is said somewhere', () => {
  const sources = [...read('renderer/**/*.{ts,tsx}'), ...read('main/**/*.ts'), ...read('shared/*.ts')]
  expect(unusedMessages(ENGLISH, indexSources(sources))).toEqual([])
})

test('components, labels and actions hold no text of their own', () => {
  const found = read('renderer/**/*.{ts,tsx}').flatMap(({ file, text }) =>
    textsIn(file, text).map((words) => `${file}: ${words}`),
  )
  expect(found).toEqual([])
})

test('text in a component is found, and what nobody reads is not', () => {
  const texts = (tsx: string) => textsIn('x.tsx', tsx)
  expect(texts('const a = <p>Hello {name}</p>')).toEqual(['Hello'])
  expect(texts('const a = <p>{"Hello"}</p>')).toEqual(['Hello'])
  expect(texts('const a = <p>{isNew ? "Added" : words.changed}</p>')).toEqual(['Added'])
  expect(texts('const a = <p>{count > 1 && `${count} devices`}</p>')).toEqual(['devices'])
  expect(texts('const a = <Page title="Devices" variant="full" />')).toEqual(['Devices'])
  expect(texts('const a = <Button aria-label={isOpen ? "Close" : text().common.open} />')).toEqual(['Close'])
  expect(texts('const a = <Icon name="check" className="wide" />')).toEqual([])
  expect(texts('const a = <p>{words["some-state"]} · {"–"}</p>')).toEqual([])
  expect(texts('const a = { title: "Devices", id: "devices", hint: "info" }')).toEqual(['Devices'])
  expect(texts('announce(feedback, `${count} devices exported`)')).toEqual(['devices exported'])
})

test('a message nobody says is found', () => {
  const sync = leavesOf({ sync: { title: 'Sync', phases: { done: 'Done' } } })
  const unused = (...texts: readonly string[]) =>
    unusedMessages(sync, indexSources(texts.map((text, index) => ({ file: `${index}.ts`, text }))))
  expect(unused('text().sync.title', 'text().sync.phases[phase]')).toEqual([])
  expect(unused('const words = text().sync\nwords.title\nwords.phases.done')).toEqual([])
  expect(unused('const { sync } = text()\nsync.title', 'show(text().sync.phases)')).toEqual([])
  expect(unused('show(text().sync)', 'words.title', 'words.phases.done')).toEqual([])
  expect(unused('text().sync.phases.done', 'text().tokens.title')).toEqual(['sync.title'])
  expect(unused('text().sync.title + text().sync.phases.connecting')).toEqual(['sync.phases.done'])
})
