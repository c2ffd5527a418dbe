import type { Command } from 'commander'
import { answers as answersInput } from '../../shared/contract/diagnosis.ts'
import { serial as serialInput } from '../../shared/contract/devices.ts'
import { treeTitle } from '../../shared/diagnosis-text.ts'
import { wordsOf } from '../../shared/diagnosis-words.ts'
import { AppError } from '../../shared/errors.ts'
import { DEFAULT_TREE, type Answers, type Diagnosis } from '../../shared/model/diagnosis.ts'
import { STARTS, TREES } from '../../shared/model/trees.ts'
import { unlockIfGiven, unlockVault, type CliContext } from './context.ts'
import { diagnosisJson } from './diagnosis-json.ts'
import { checked, oneOf } from './input.ts'
import { table } from './output.ts'
import type { Act } from './program.ts'

type DiagnoseOptions = {
  readonly tree?: string
  readonly token?: string
  readonly list?: boolean
  readonly offline?: boolean
  readonly answers?: string
  readonly out?: string
  readonly tokenFile?: string
  /** False with `--no-rehearsal`. */
  readonly rehearsal: boolean
}

/** Said before anything is sent. */
const REHEARSAL_NOTE =
  'Where the enrollment server may be the cause, this plays the device there with its serial number; the server may ' +
  'record an attempt. --no-rehearsal leaves that out.'

export function addDiagnoseCommands(program: Command, act: Act): void {
  program
    .command('diagnose')
    .argument('[serial]', 'serial number; not needed for problems that are about no device')
    .option('--tree <name>', 'the problem, one of --list', DEFAULT_TREE)
    .option('--token <token>', 'id or name of the token to look at; without it the records say which is meant')
    .option('--list', 'the problems it can be asked about')
    .option('--offline', 'asks nobody: what is stored, with its age')
    .option('--no-rehearsal', 'does not play a device at the enrollment server, which may record it')
    .option('--answers <file>', 'JSON of answers to questions, by their id')
    .option('--token-file <file>', 'the file that was refused, for --tree token-file')
    .option('--out <file>', 'also writes a report: HTML, or plain text for a name that ends in .txt')
    .description('finds the cause of a problem from evidence, and says what to do')
    .action(act((context, [serial], options: DiagnoseOptions) => run(context, serial, options)))
}

async function run(context: CliContext, serial: string | undefined, options: DiagnoseOptions): Promise<void> {
  if (options.list) return list(context)
  const tree = oneOf(
    STARTS.map(({ name }) => name),
    options.tree ?? DEFAULT_TREE,
    '--tree',
  )
  if (serial === undefined && tree === DEFAULT_TREE)
    throw new AppError('bad-input', 'a serial number is missing', { path: 'SERIAL' })
  const number = serial === undefined ? null : checked(serialInput, serial, 'SERIAL')
  const answers = options.answers === undefined ? {} : await readAnswers(context, options.answers, tree)
  const tokenFile = options.tokenFile === undefined ? undefined : await context.readFile(options.tokenFile)
  const core = options.offline ? await unlockIfGiven(context) : await unlockVault(context)
  const { diagnosis } = core.handlers
  const token = options.token === undefined ? undefined : core.tokens.find(options.token)
  if (!options.offline && options.rehearsal) context.output.say(REHEARSAL_NOTE)
  const found = await diagnosis.start(
    {
      serial: number,
      tree,
      ...(token && { tokenId: token.id }),
      offline: options.offline ?? false,
      rehearse: options.rehearsal,
      answers,
      ...(tokenFile && { tokenFile }),
    },
    context.call(({ steps }) => context.output.progress(`${steps.length} steps`)),
  )
  if (options.out !== undefined) {
    const format = options.out.toLowerCase().endsWith('.txt') ? 'text' : 'html'
    const { text } = await diagnosis.report({ id: found.id, format, language: 'en' }, context.call())
    await context.writeFile(options.out, text)
  }
  const file = options.out === undefined ? {} : { file: options.out }
  const { text } = await diagnosis.report({ id: found.id, format: 'text', language: 'en' }, context.call())
  await context.output.result({ ...diagnosisJson(found), ...file }, () => readable(text, found, options.out))
}

function readable(text: string, { openQuestions }: Diagnosis, out: string | undefined): string {
  const [first] = openQuestions
  const hint = first ? `\nAnswer with --answers FILE.json, such as {"${first}": "…"}; options are in --json.\n` : ''
  return `${text}${hint}${out === undefined ? '' : `\nWrote the report to ${out}.\n`}`
}

async function list({ output }: CliContext): Promise<void> {
  const words = wordsOf('en')
  const trees = STARTS.map(({ name }) => ({
    name,
    title: treeTitle(words, name),
    symptom: words.trees[name]?.symptom ?? '',
  }))
  await output.result({ trees }, () =>
    table(
      ['NAME', 'PROBLEM'],
      trees.map(({ name, title }) => [name, title]),
    ),
  )
}

/** `{"tree/node": "option"}`, also with `{"option": …}` or `{"text": …}` as the value; a node of the tree itself alone. */
async function readAnswers(context: CliContext, path: string, tree: string): Promise<Answers> {
  const given = parse(await context.readText(path), path)
  const answers: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(given)) {
    const id = key.includes('/') ? key : `${tree}/${key}`
    answers[id] = typeof value === 'string' ? answerOf(id, value, path) : value
  }
  const read = checked(answersInput, answers, '--answers')
  for (const [id, answer] of Object.entries(read)) if ('option' in answer) answerOf(id, answer.option, path)
  return read
}

function parse(text: string, path: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new AppError('bad-input', `${path} is no JSON`, { path: '--answers', cause })
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>> // an object, just asked
  throw new AppError('bad-input', `${path} holds no object of answers by question`, { path: '--answers' })
}

/** A word is an option of a question, and the text itself where one is to be pasted. */
function answerOf(id: string, text: string, path: string): Answers[string] {
  const [tree, node] = id.split('/')
  const found = TREES.find(({ name }) => name === tree)?.nodes.find((one) => one.id === node)
  if (found && 'paste' in found) return text === 'skipped' ? { option: text } : { text }
  if (!found || !('ask' in found))
    throw new AppError('bad-input', `${path} answers ${id}, which is no question`, { path: '--answers' })
  return { option: oneOf(Object.keys(found.outcomes), text, `--answers ${id}`) }
}
