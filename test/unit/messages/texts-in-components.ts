import { parseSync } from 'vite'

/** Attributes and members whose value a person reads or hears. */
const READ =
  /^(aria-label|aria-description|aria-roledescription|aria-valuetext|alt|label|title|subtitle|placeholder|description|detail|text|heading|summary|confirmLabel|buttonLabel|children|emptyText|hint|error)$/

type Node = { readonly type: string; readonly [member: string]: unknown }

/** Functions that speak to a person. */
const SPEAKERS = new Set(['announce', 'toast'])

/** Every text with letters that this file would show or say by itself. */
export function textsIn(file: string, source: string): readonly string[] {
  const { program } = parseSync(file, source)
  return walk(program as unknown as Node)
}

function walk(node: Node): readonly string[] {
  switch (node.type) {
    case 'JSXText':
      return letters(node['value'])
    case 'JSXExpressionContainer':
      return isNode(node['expression']) ? [...said(node['expression']), ...walk(node['expression'])] : []
    case 'JSXAttribute':
      return attribute(node)
    case 'Property':
      return [...(READ.test(nameOf(node['key'])) ? said(node['value'] as Node).filter(isProse) : []), ...inside(node)]
    case 'CallExpression':
      return [...spoken(node), ...inside(node)]
    default:
      return inside(node)
  }
}

/** Names of pictures and states are single small words; what people read begins with a capital or has several. */
function isProse(words: string): boolean {
  return /^\p{Lu}|\s/u.test(words)
}

function spoken(node: Node): readonly string[] {
  if (!SPEAKERS.has(nameOf(node['callee']))) return []
  return (node['arguments'] as readonly Node[]).flatMap(said)
}

function attribute(node: Node): readonly string[] {
  const value = node['value']
  if (!isNode(value)) return []
  const expression = value.type === 'JSXExpressionContainer' ? (value['expression'] as Node) : value
  return [...(READ.test(nameOf(node['name'])) ? said(expression) : []), ...inside(expression)]
}

/** Texts among the values an expression may have; what is only compared or looked up is not said. */
function said(node: Node): readonly string[] {
  const branches = (...names: readonly string[]) => names.flatMap((name) => said(node[name] as Node))
  switch (node.type) {
    case 'Literal':
      return letters(node['value'])
    case 'TemplateLiteral':
      return (node['quasis'] as readonly { readonly value: { readonly cooked: string } }[]).flatMap(({ value }) =>
        letters(value.cooked),
      )
    case 'ConditionalExpression':
      return branches('consequent', 'alternate')
    case 'LogicalExpression':
      return node['operator'] === '&&' ? branches('right') : branches('left', 'right')
    case 'BinaryExpression':
      return node['operator'] === '+' ? branches('left', 'right') : []
    default:
      return []
  }
}

function inside(node: Node): readonly string[] {
  return Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isNode).flatMap(walk))
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

function nameOf(key: unknown): string {
  if (!isNode(key)) return ''
  const name = key['name'] ?? key['value']
  return typeof name === 'string' ? name : ''
}

function letters(value: unknown): readonly string[] {
  return typeof value === 'string' && /\p{L}{2,}/u.test(value) ? [value.trim().replace(/\s+/g, ' ')] : []
}
