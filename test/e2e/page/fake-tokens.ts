import type { KeyId, TokenId } from '../../../shared/model/ids.ts'
import type { Account, KeyPair, Token, TokenRemoval } from '../../../shared/model/token.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

export function fakeToken(facts: Partial<Token> & { readonly name: string }): Token {
  const now = Date.now()
  const daysLeft = facts.daysLeft ?? 287
  return {
    id: `token-${facts.name}` as TokenId, // branded where it is made
    group: '/Global',
    serverName: facts.name,
    serverUuid: 'F6B1C2D3-0000-4000-8000-1A2B3C4D5E6F',
    orgName: 'Nordwest Logistik GmbH',
    adminId: 'device.admin@nordwest.example',
    consumerKeyHint: 'CK_48dd68d1',
    expiresAt: now + daysLeft * DAY_MS + HOUR_MS,
    daysLeft,
    state: 'ok',
    stateSince: now - 40 * DAY_MS,
    lastFetchAt: now - 3 * DAY_MS,
    lastSyncAt: now - 5 * HOUR_MS,
    nextSyncAt: now + 19 * HOUR_MS,
    deviceCount: 0,
    owner: { name: 'Kim Nguyen', email: 'kim.nguyen@nordwest.example' },
    deputy: null,
    account: FAKE_ACCOUNT,
    accountAt: now - 5 * HOUR_MS,
    termsCheckAt: facts.state === 'terms-not-accepted' ? now + 38 * 60_000 : null,
    ...facts,
  }
}

export function fakeKeyPair(name: string, createdAt: number): KeyPair {
  return {
    id: `key-${name}` as KeyId, // branded where it is made
    name,
    group: '/Global',
    state: 'staged',
    certificate: `-----BEGIN CERTIFICATE-----\n${'MIIC'.repeat(16)}\n-----END CERTIFICATE-----\n`,
    fingerprintSha256: Array.from({ length: 32 }, (_, i) => ((i * 37 + 11) % 256).toString(16).padStart(2, '0')).join(
      ':',
    ),
    serialNumber: '5f3a09c1',
    createdAt,
  }
}

export const FAKE_ACCOUNT: Account = {
  serverName: 'Global devices',
  serverUuid: 'F6B1C2D3-0000-4000-8000-1A2B3C4D5E6F',
  adminId: 'device.admin@nordwest.example',
  orgName: 'Nordwest Logistik GmbH',
  orgEmail: 'it@nordwest.example',
  orgPhone: '+49 30 5550100',
  orgAddress: 'Hafenstraße 1, 20457 Hamburg',
  orgId: '12345678901',
  orgIdHash: null,
  orgType: 'org',
  orgVersion: 'v2',
  limits: [
    { uri: '/server/devices', methods: ['POST'], default: 100, maximum: 1000 },
    { uri: '/devices/sync', methods: ['POST'], default: 100, maximum: 1000 },
    { uri: '/profile', methods: ['GET', 'POST'], default: null, maximum: 250 },
  ],
}

export function fakeRemovals(): readonly TokenRemoval[] {
  return [{ id: 'token-old' as TokenId, name: 'Old server', since: Date.now() }] // branded where it is made
}
