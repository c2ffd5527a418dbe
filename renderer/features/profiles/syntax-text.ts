import { formatCount } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import type { SyntaxError } from './json-syntax.ts'

/** "Line 3, column 5: a comma is missing before this." */
export function syntaxText({ fault, line, column }: SyntaxError): string {
  const words = text().profiles.syntax
  return words.at(formatCount(line), formatCount(column), words.faults[fault])
}
