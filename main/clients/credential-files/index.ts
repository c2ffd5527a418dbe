export { isKeyOf, keyFingerprintOf, readPushFile, type PushFile } from './push-certificate.ts'
export type { PushCertificate } from './describe-certificate.ts'
export { makePushRequest, type NewPushRequest } from './push-request.ts'
export { readStoken, type Stoken } from './stoken.ts'
