import { AppError, type ErrorDetails } from '../../../shared/errors.ts'

/** `group.refused` with the conflict in its facts. */
export function refuseChange(message: string, facts: NonNullable<ErrorDetails['facts']>): AppError {
  return new AppError('group.refused', message, { facts })
}
