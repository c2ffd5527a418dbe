import {
  causeText,
  evidenceText,
  optionText,
  questionOf,
  remediesOf,
  treeTitle,
  type DiagnosisWords,
} from '../../../shared/diagnosis-text.ts'
import { wordsOf } from '../../../shared/diagnosis-words.ts'
import { messagesIn, type Messages } from '../../../shared/messages/index.ts'
import type { Diagnosis, DiagnosisStep, FoundCause } from '../../../shared/model/diagnosis.ts'
import type { Remedy, TreeSet } from '../../../shared/model/tree.ts'
import { htmlPage, htmlTable, type Html, html } from './html.ts'

export type ReportOptions = {
  readonly format: 'html' | 'text'
  readonly language: 'en' | 'de'
  readonly version: string
  readonly set: TreeSet
}

type Told = {
  readonly diagnosis: Diagnosis
  readonly words: DiagnosisWords
  readonly labels: Messages['diagnosisReport']
  readonly language: 'en' | 'de'
  readonly version: string
  readonly owners: ReadonlyMap<string, Remedy['owner']>
}

/** A document to hand on: complete, printable, and without anything that was not said on the way. */
export function writeReport(
  diagnosis: Diagnosis,
  { format, language, version, set }: ReportOptions,
): { readonly text: string; readonly suggestedName: string } {
  const owners = new Map(set.remedies.map(({ id, owner }) => [id, owner]))
  const told = {
    diagnosis,
    words: wordsOf(language),
    labels: messagesIn(language).diagnosisReport,
    language,
    version,
    owners,
  }
  const name = [
    diagnosis.serial ?? 'diagnosis',
    diagnosis.tree,
    new Date(diagnosis.updatedAt).toISOString().slice(0, 10),
  ]
  const suggestedName = `${name.join(' ').replace(/[^\w.-]+/g, '-')}.${format === 'html' ? 'html' : 'txt'}`
  return { text: format === 'html' ? asHtml(told) : asText(told), suggestedName }
}

function titleOf({ diagnosis: { serial }, labels }: Told): string {
  return serial === null ? labels.titleWithoutDevice : labels.title(serial)
}

function moment(at: number | null): string {
  return at === null ? '–' : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

function asHtml(told: Told): string {
  const { diagnosis, words, labels, language, version } = told
  const title = titleOf(told)
  const [first, ...others] = diagnosis.causes
  const open = diagnosis.steps.filter(({ state }) => state === 'open')
  const rows = diagnosis.steps.map((step) => [
    questionOf(words, step),
    step.state === 'open' ? labels.waits : evidenceText(words, step, language),
    sourceOf(words, step),
    moment(step.evidence?.at ?? null),
  ])
  return htmlPage(language, title, [
    html`<h1>${title}</h1>`,
    html`<p class="quiet">${labels.made(moment(diagnosis.updatedAt), version)}</p>`,
    ...(diagnosis.isOffline ? [html`<p class="quiet">${labels.offline}</p>`] : []),
    ...(diagnosis.token ? [html`<p class="quiet">${labels.token(diagnosis.token.name)}</p>`] : []),
    html`<h2>${labels.problem}</h2>
      <p>${treeTitle(words, diagnosis.tree)}</p>`,
    html`<h2>${labels.verdict}</h2>`,
    first ? causeHtml(told, first) : html`<p>${labels.noVerdict}</p>`,
    ...(others.length > 0 ? [html`<h2>${labels.otherCauses}</h2>`, ...others.map((one) => causeHtml(told, one))] : []),
    ...(open.length > 0
      ? [
          html`<h2>${labels.open}</h2>`,
          html`<ul>
            ${open.map((step) => html`<li>${openText(words, step)}</li>`)}
          </ul>`,
        ]
      : []),
    html`<h2>${labels.steps}</h2>`,
    htmlTable([labels.question, labels.found, labels.source, labels.at], rows),
    html`<p class="quiet">${labels.cannotSee}</p>`,
  ])
}

function causeHtml(told: Told, cause: FoundCause): Html {
  const { words, labels } = told
  const { title, detail } = causeText(words, cause.cause)
  const remedies = remediesOf(words, cause).map(
    (remedy) =>
      html`<section>
        <h3>${remedy.title}</h3>
        <p class="quiet">${labels.who}: ${ownerOf(told, remedy.id)}</p>
        <ol>
          ${remedy.steps.map((step) => html`<li>${step}</li>`)}
        </ol>
        <p><b>${labels.sees}:</b> ${remedy.sees}</p>
        <p><b>${labels.verify}:</b> ${remedy.verify}</p>
      </section>`,
  )
  return html`<p><b>${title}</b> (${labels.likely[cause.likely]})</p>
    <p>${detail}</p>
    ${remedies}`
}

function ownerOf({ owners, labels }: Told, remedy: string): string {
  const owner = owners.get(remedy)
  return owner ? labels.owners[owner] : '–'
}

function sourceOf({ evidence }: DiagnosisWords, step: DiagnosisStep): string {
  return step.evidence ? evidence.sources[step.evidence.source] : '–'
}

function openText(words: DiagnosisWords, step: DiagnosisStep): string {
  const options = step.options.map((option) => optionText(words, step, option))
  return [questionOf(words, step), options.join(' / ')].filter(Boolean).join(' ')
}

function asText(told: Told): string {
  const { diagnosis, words, labels, language, version } = told
  const title = titleOf(told)
  const [first, ...others] = diagnosis.causes
  const open = diagnosis.steps.filter(({ state }) => state === 'open')
  const lines = [
    title,
    '='.repeat(title.length),
    labels.made(moment(diagnosis.updatedAt), version),
    ...(diagnosis.isOffline ? [labels.offline] : []),
    ...(diagnosis.token ? [labels.token(diagnosis.token.name)] : []),
    '',
    `${labels.problem}: ${treeTitle(words, diagnosis.tree)}`,
    '',
    `${labels.verdict}:`,
    ...(first ? causeLines(told, first) : [`  ${labels.noVerdict}`]),
    ...(others.length > 0 ? ['', `${labels.otherCauses}:`, ...others.flatMap((one) => causeLines(told, one))] : []),
    ...(open.length > 0 ? ['', `${labels.open}:`, ...open.map((step) => `  - ${openText(words, step)}`)] : []),
    '',
    `${labels.steps}:`,
    ...diagnosis.steps.flatMap((step) => [
      `  - ${questionOf(words, step)}`,
      `    ${step.state === 'open' ? labels.waits : evidenceText(words, step, language)}`,
      `    (${sourceOf(words, step)}, ${moment(step.evidence?.at ?? null)})`,
    ]),
    '',
    labels.cannotSee,
  ]
  return `${lines.map(onOneLine).join('\n')}\n`
}

function causeLines(told: Told, cause: FoundCause): readonly string[] {
  const { words, labels } = told
  const { title, detail } = causeText(words, cause.cause)
  return [
    `  ${title} (${labels.likely[cause.likely]})`,
    `  ${detail}`,
    ...remediesOf(words, cause).flatMap((remedy) => [
      '',
      `  ${remedy.title} – ${ownerOf(told, remedy.id)}`,
      ...remedy.steps.map((step, index) => `    ${index + 1}. ${step}`),
      `    ${labels.sees}: ${remedy.sees}`,
      `    ${labels.verify}: ${remedy.verify}`,
    ]),
  ]
}

/** What came from outside neither breaks a line nor turns the direction of the text. */
function onOneLine(line: string): string {
  return line.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
}
