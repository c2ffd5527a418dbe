const BIT_STRING_OF_RSA_2048 = '0382010f003082010a'

/** Alters the public key of every RSA 2048 certificate in the bytes so that certificates are read and their keys are not. */
export function withUnreadableKey(bytes: Uint8Array): Buffer {
  const text = Buffer.from(bytes).toString('hex')
  const altered = text.replaceAll(BIT_STRING_OF_RSA_2048, BIT_STRING_OF_RSA_2048.replace('0030', '0031'))
  if (altered === text) throw new Error('there is no such key')
  return Buffer.from(altered, 'hex')
}
