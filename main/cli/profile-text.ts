import { AppError } from '../../shared/errors.ts'
import { messagesIn } from '../../shared/messages/index.ts'
import type { Profile, ProfileFinding, ProfileVersion } from '../../shared/model/profile.ts'
import type { CliContext } from './context.ts'
import { isoTime } from './json.ts'
import { printable, table } from './output.ts'

/** A profile with its versions, beside whatever else a command tells. */
export async function showProfile(context: CliContext, profile: Profile, more: object = {}): Promise<void> {
  await context.output.result({ profile: profileJson(profile), ...more }, () =>
    [
      `${profile.name}  (${profile.group})${profile.isEdited ? '  draft not published' : ''}`,
      profile.versions.length === 0
        ? 'Not published yet.'
        : table(
            ['Version', 'Token', 'State', 'Devices', 'Profile UUID', 'Published'],
            profile.versions.map((version) => [
              String(version.version),
              version.token,
              version.state,
              String(version.deviceCount),
              version.profileUuid,
              isoTime(version.publishedAt),
            ]),
          ),
    ].join('\n'),
  )
}

/** The text of a file. Kept byte for byte, a byte order mark too, so that an export is the same file. */
export function profileTextOf(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new AppError('profile.not-json', 'the file is no text in UTF-8', { path, cause })
  }
}

/** The draft as the object it is; the text with its blanks is what `export` writes. */
export function profileJson({ draft, versions, updatedAt, ...profile }: Profile) {
  return {
    ...profile,
    draft: JSON.parse(draft.replace(/^\uFEFF/, '')) as unknown,
    versions: versions.map(versionJson),
    updatedAt: isoTime(updatedAt),
  }
}

export function versionJson(version: ProfileVersion) {
  return { ...version, publishedAt: isoTime(version.publishedAt) }
}

type Said = { readonly path: string; readonly code: string; readonly message: string }

export function say({ path, code, rule, facts }: ProfileFinding): Said {
  return { path, code, message: messagesIn('en').profiles.rules[rule](facts) }
}

export function findingLines(level: string, findings: readonly Said[]): readonly string[] {
  return findings.map(
    ({ path, code, message }) => `${printable(`${level}  ${path || '(profile)'}  ${code}`)}\n  ${printable(message)}`,
  )
}
