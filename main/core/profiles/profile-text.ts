import { AppError } from '../../../shared/errors.ts'
import type { ProfileBody } from '../../../shared/model/profile.ts'
import { isBody } from '../../../shared/model/profile-rules.ts'

/** The object of a profile's text. Throws `profile.not-json`. */
export function readBody(text: string): ProfileBody {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new AppError('profile.not-json', 'the text is no JSON', { cause })
  }
  if (!isBody(value)) throw new AppError('profile.not-json', 'the text is JSON and no object')
  return value
}

/** What is sent: everything but the identifier of an earlier definition, and devices, which are assigned afterwards. */
export function bodyToSend(body: ProfileBody): ProfileBody {
  const { profile_uuid: _uuid, devices: _devices, ...rest } = body
  return rest
}

/** The name a profile says it has. */
export function nameIn(body: ProfileBody): string | undefined {
  const name = body['profile_name']
  return typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 100) : undefined
}
