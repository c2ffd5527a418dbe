import { expect, test } from 'vitest'
import { hasNeutralLanguage } from '../../../../../main/shell/electron/language.ts'

test('an environment without a language is recognised, one with a language is left alone', () => {
  const neutral = [{}, { LANG: 'C' }, { LANG: 'C.UTF-8' }, { LC_ALL: 'POSIX', LANG: 'de_DE.UTF-8' }]
  const chosen = [{ LANG: 'de_DE.UTF-8' }, { LANG: 'C', LC_ALL: 'en_GB.UTF-8' }, { LANG: 'Cs_CZ' }]
  expect(neutral.map((env) => hasNeutralLanguage(env, 'linux'))).toEqual(neutral.map(() => true))
  expect(chosen.map((env) => hasNeutralLanguage(env, 'linux'))).toEqual(chosen.map(() => false))
  expect(hasNeutralLanguage({}, 'darwin')).toBe(false)
})
