import { HANDED_PORTION_BYTES, MAX_HANDED_BYTES } from '../../shared/contract/files.ts'
import type { Result } from '../../shared/result.ts'
import type { Failure } from './api.ts'
import type { Desk } from './desk.ts'

export type GivenPath = Result<string, Failure | 'too-large'>

type Handing = {
  readonly signal: AbortSignal
  /** 0 to 1. */
  readonly onProgress: (fraction: number) => void
}

/**
 * Where a file lies that a person dropped or chose in the page. Where the shell knows, nothing is copied; else the file
 * is handed over in portions, up to `MAX_HANDED_BYTES`.
 */
export async function givenPath({ api }: Desk, file: File, { signal, onProgress }: Handing): Promise<GivenPath> {
  const known = globalThis.adeDesk?.pathOf?.(file) ?? ''
  if (known !== '') return { ok: true, value: known }
  if (file.size > MAX_HANDED_BYTES) return { ok: false, error: 'too-large' }
  const begun = await api.files.begin({ name: file.name, sizeBytes: file.size })
  if (!begun.ok) return begun
  const hand = begun.value
  for (let at = 0; at < file.size; at += HANDED_PORTION_BYTES) {
    if (signal.aborted) {
      await api.files.drop({ hand })
      return { ok: false, error: { code: 'cancelled', message: 'taken back', ref: '' } }
    }
    onProgress(at / file.size)
    const bytes = new Uint8Array(await file.slice(at, at + HANDED_PORTION_BYTES).arrayBuffer())
    const appended = await api.files.append({ hand, bytes })
    if (!appended.ok) return appended
  }
  return api.files.end({ hand })
}
