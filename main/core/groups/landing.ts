/** What decides in which group a device lands when it enrolls. Groups by path, null where not set. */
export type LandingInput = {
  /** Whether the enrollment profile asks the user to sign in. */
  readonly isAuthenticated: boolean
  /** *Device Organization Group* of the enrollment profile. */
  readonly profileGroup: string | null
  /** *Group ID Assignment Mode* of the console: its user-group mapping counts in the automatic mode only. */
  readonly assignmentMode: 'default' | 'prompt' | 'automatic'
  /** The console's *User Group Mapping* in its rank: the first that matches wins. */
  readonly mappings: readonly { readonly userGroup: string; readonly group: string }[]
  /** User groups of the one who enrolls. */
  readonly userGroups: readonly string[]
  /** *Enrollment Organization Group* of the user. */
  readonly userGroup: string | null
  /** Where the token is connected. */
  readonly tokenGroup: string
}

export type LandingSource = 'user-group-mapping' | 'profile' | 'user' | 'token'

/** One place that was looked at, in order; the last one was chosen. */
export type LandingStep = {
  readonly source: LandingSource
  readonly group: string | null
  readonly outcome: 'chosen' | 'not-set' | 'no-match' | 'not-asked'
}

export type Landing = { readonly group: string; readonly trace: readonly LandingStep[] }

/**
 * Where a device lands. Without a sign-in nobody is asked who enrolls: the profile's group. With one: the mapping of the
 * user's groups in the automatic mode, then the profile, then the user's own group. The token's group comes last.
 */
export function resolveLanding(input: LandingInput): Landing {
  const trace: LandingStep[] = []
  for (const step of candidates(input)) {
    trace.push(step)
    if (step.group !== null && step.outcome === 'chosen') return { group: step.group, trace }
  }
  return { group: input.tokenGroup, trace: [...trace, { source: 'token', group: input.tokenGroup, outcome: 'chosen' }] }
}

function candidates(input: LandingInput): readonly LandingStep[] {
  const profile = setOrNot('profile', input.profileGroup)
  if (!input.isAuthenticated) return [profile]
  return [mapped(input), profile, setOrNot('user', input.userGroup)]
}

function mapped({ assignmentMode, mappings, userGroups }: LandingInput): LandingStep {
  const source = 'user-group-mapping'
  if (assignmentMode !== 'automatic') return { source, group: null, outcome: 'not-asked' }
  const mine = new Set(userGroups.map((name) => name.trim().toLowerCase()))
  const match = mappings.find(({ userGroup }) => mine.has(userGroup.trim().toLowerCase()))
  return match ? { source, group: match.group, outcome: 'chosen' } : { source, group: null, outcome: 'no-match' }
}

function setOrNot(source: LandingSource, group: string | null): LandingStep {
  return { source, group, outcome: group === null ? 'not-set' : 'chosen' }
}
