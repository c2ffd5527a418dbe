import type { Account } from '../../../shared/model/token.ts'
import { isObject } from './json.ts'
import type { WireAccount } from './wire.ts'

/** Understands what there is: older protocol versions lack half of the members. */
export function readAccount(account: WireAccount): Account {
  const { urls } = account
  return {
    serverName: readText(account['server_name']),
    serverUuid: readText(account['server_uuid']),
    // The same person under an older name.
    adminId: readText(account['admin_id']) ?? readText(account['facilitator_id']),
    orgName: readText(account['org_name']),
    orgEmail: readText(account['org_email']),
    orgPhone: readText(account['org_phone']),
    orgAddress: readText(account['org_address']),
    orgId: readText(account['org_id']),
    orgIdHash: readText(account['org_id_hash']),
    orgType: readText(account['org_type']),
    orgVersion: readText(account['org_version']),
    limits: Array.isArray(urls) ? urls.flatMap(readLimit) : [],
  }
}

function readLimit(entry: unknown): Account['limits'] {
  const uri = isObject(entry) ? readText(entry['uri']) : null
  if (!isObject(entry) || uri === null) return []
  const { http_method: methods } = entry
  const limit = isObject(entry['limit']) ? entry['limit'] : {}
  return [
    {
      uri,
      methods: [methods].flat().filter((method) => typeof method === 'string'),
      default: readCount(limit['default']),
      maximum: readCount(limit['maximum']),
    },
  ]
}

/** Ids have been numbers and texts. */
function readText(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}

function readCount(value: unknown): number | null {
  const count = typeof value === 'string' ? Number(value) : value
  return typeof count === 'number' && Number.isSafeInteger(count) && count > 0 ? count : null
}
