import { expect, test } from 'vitest'
import { readRecipient, writeTokenFile } from '../../../../../main/simulator/portal.ts'
import { fixture, open, sampleJson, sampleValues } from './sample.ts'

const recipient = readRecipient(fixture('certificate.pem').toString())
const values = JSON.parse(sampleJson) as Parameters<typeof writeTokenFile>[1]
const forms = (['ber', 'der'] as const).flatMap((encoding) =>
  (['aes128-CBC', 'aes192-CBC', 'aes256-CBC', 'des-EDE3-CBC'] as const).map((cipher) => ({ encoding, cipher })),
)

test.each(forms)("the demonstration portal's file opens: $encoding, $cipher", (form) => {
  expect(open(writeTokenFile(recipient, values, form))).toEqual(sampleValues)
})
