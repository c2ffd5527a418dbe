/** Why a file could not be read or written, by the operating system's own word; a sentence without its stop. */
export function fileReason(cause: unknown, act: 'read' | 'write'): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return (
    (act === 'write' ? WRITING : READING)[code] ??
    EITHER[code] ??
    `it cannot be ${act === 'write' ? 'written' : 'read'}`
  )
}

const READING: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this account may not read it',
  EPERM: 'this account may not read it',
}

const WRITING: Readonly<Record<string, string>> = {
  ENOENT: 'the folder it belongs in is not there',
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EEXIST: 'a file is where a folder is needed',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the space this account may use is full',
  EROFS: 'the disk may be read only',
  EPIPE: 'its reader went away',
}

const EITHER: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead in a circle',
  EBUSY: 'another program has it open',
  ETXTBSY: 'another program has it open',
  EIO: 'the disk failed',
}
