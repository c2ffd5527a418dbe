declare const brand: unique symbol
type Branded<B extends string> = string & { readonly [brand]: B }

export type TokenId = Branded<'token'>
export type KeyId = Branded<'key'>
export type GroupId = Branded<'group'>
export type ProfileId = Branded<'profile'>
export type RunId = Branded<'run'>
export type SecretId = Branded<'secret'>
/** Begins with the kind: `stoken:…`. Stays over renewals. */
export type CredentialId = Branded<'credential'>
export type RegistrationTokenId = Branded<'registration-token'>
export type PushRequestId = Branded<'push-request'>
/** Trimmed and upper-cased: see `toSerial`. */
export type Serial = Branded<'serial'>

/** Serial numbers are compared as Apple prints them: no blanks around, capital letters. */
export function toSerial(text: string): Serial {
  return text.trim().toUpperCase() as Serial
}
