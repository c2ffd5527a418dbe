import { expect, test } from 'vitest'
import { escapeHtml } from '../../../shared/escape-html.ts'

test('a text inside of markup is no markup, keeps its lines, and hides and turns nothing', () => {
  expect(escapeHtml(`<b title="x" id='y'>&amp;\n\t`)).toBe('&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;\n\t')
  expect(escapeHtml('a\u202Eb\u2066c\u0000d\u001B\u0085\r')).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFD\uFFFD\uFFFD')
})
