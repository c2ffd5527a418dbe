import type { Diagnosis, DiagnosisStep } from '../../../../../shared/model/diagnosis.ts'

export const AT = Date.UTC(2026, 10, 22, 12)

export function step(facts: Partial<DiagnosisStep> = {}): DiagnosisStep {
  return {
    id: 'not-prompting/listed',
    tree: 'not-prompting',
    node: 'listed',
    kind: 'check',
    check: 'device-listed',
    paste: null,
    state: 'answered',
    outcome: 'here',
    options: [],
    evidence: { facts: { token: 'Berlin' }, unknown: null, source: 'apple-details', at: AT },
    reading: null,
    cause: null,
    ...facts,
  }
}

export function diagnosis(facts: Partial<Diagnosis> = {}): Diagnosis {
  return {
    id: 'd1',
    serial: 'C02ZK0ABMD6T',
    tree: 'not-prompting',
    token: null,
    startedAt: AT,
    updatedAt: AT,
    isOffline: false,
    steps: [step()],
    causes: [],
    openQuestions: [],
    answers: {},
    sources: [
      { source: 'records', state: 'ready', at: AT, requests: 0, error: null },
      { source: 'apple-details', state: 'ready', at: AT, requests: 1, error: null },
      { source: 'token-file', state: 'ready', at: AT, requests: 0, error: null },
    ],
    ...facts,
  }
}
