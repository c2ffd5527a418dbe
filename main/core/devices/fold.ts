/**
 * The form in which texts are searched and ordered: the case of letters does not count, nor does the way an accent is
 * written, nor the form of sigma at the end of a word.
 */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('ς', 'σ')
}
