import { connectionCauses } from './causes/connection.ts'
import { deviceCauses } from './causes/device.ts'
import { enrollmentCauses } from './causes/enrollment.ts'

/** What a diagnosis ends in: the cause as a sentence, and why it has this effect. */
export const causes = {
  ...connectionCauses,
  ...deviceCauses,
  ...enrollmentCauses,
}
