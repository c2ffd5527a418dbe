import { describe, expect, it } from 'vitest'
import { lifecycleAfter, NEW_LIFECYCLE } from '../../../../../main/core/sync/lifecycle.ts'

const told = (profileStatus: string | null, profileUuid: string | null = null, isPresent = true) => ({
  isPresent,
  profileStatus,
  profileUuid,
})

describe('what follows from the profile at Apple', () => {
  it.each([
    [told('empty'), 'discovered', 'none'],
    [told(null), 'discovered', 'none'],
    [told('removed'), 'discovered', 'none'],
    [told('assigned', 'P'), 'registered', 'assigned'],
    [told('ASSIGNED', 'P'), 'registered', 'assigned'],
    [told('pushed', 'P'), 'in-progress', 'assigned'],
    [told(null, 'P'), 'unknown', 'none'],
    [told('suspended'), 'unknown', 'none'],
    [told('assigned', 'P', false), 'unknown', 'none'],
  ])('%j makes a new device %s, assignment %s', (profile, enrollmentStatus, assignment) => {
    expect(lifecycleAfter(NEW_LIFECYCLE, profile)).toMatchObject({ enrollmentStatus, assignment })
  })

  it.each(['enrolled', 'unenrolled', 'blocked'] as const)('what the console told (%s) is never overruled', (status) => {
    for (const profile of [told('assigned', 'P'), told('empty'), told(null, null, false)]) {
      expect(lifecycleAfter({ ...NEW_LIFECYCLE, enrollmentStatus: status }, profile).enrollmentStatus).toBe(status)
    }
  })

  it('an attempt of ours that waits is not ended by an empty profile, but by an assigned one', () => {
    const waiting = {
      ...NEW_LIFECYCLE,
      assignment: 'throttled',
      assignmentError: 'THROTTLED',
      nextAttemptAt: 5,
    } as const
    expect(lifecycleAfter(waiting, told('empty'))).toMatchObject({ assignment: 'throttled', nextAttemptAt: 5 })
    expect(lifecycleAfter(waiting, told('assigned', 'P'))).toMatchObject({
      assignment: 'assigned',
      assignmentError: null,
      nextAttemptAt: null,
    })
  })
})
