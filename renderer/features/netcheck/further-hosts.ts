import { MAX_GIVEN_HOSTS } from '../../../shared/contract/netcheck.ts'
import { AppError } from '../../../shared/errors.ts'
import type { CheckTarget } from '../../../shared/model/network-check.ts'
import { readCheckTarget } from '../../../shared/model/network-target.ts'

export type FurtherHosts =
  | { readonly ok: true; readonly hosts: readonly CheckTarget[] }
  | { readonly ok: false; /** The line that is wrong; null: there are too many. */ readonly wrong: string | null }

/** A host per line, with a port or without: `mdm.example.com:8443`, `[2001:db8::1]:443`. Addresses of pages are read too. */
export function readFurtherHosts(typed: string): FurtherHosts {
  const lines = typed.split(/[\s,;]+/).filter(Boolean)
  if (lines.length > MAX_GIVEN_HOSTS) return { ok: false, wrong: null }
  const hosts: CheckTarget[] = []
  for (const line of lines) {
    const target = readTarget(line)
    if (target === undefined) return { ok: false, wrong: line }
    hosts.push(target)
  }
  return { ok: true, hosts }
}

function readTarget(line: string): CheckTarget | undefined {
  try {
    return readCheckTarget(line, 'hosts')
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}
