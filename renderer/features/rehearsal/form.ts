import { osVersion, productName, type RehearsalInput } from '../../../shared/contract/rehearsal.ts'
import { toSerial } from '../../../shared/model/ids.ts'
import type { RehearsalForm } from './store.ts'

export type FormField = 'url' | 'profile' | 'product' | 'osVersion'

/** What is wrong with the form; empty where a rehearsal can be planned. */
export function wrongFields(form: RehearsalForm): readonly FormField[] {
  const isAddress = URL.canParse(form.url.trim()) && /^https?:\/\//i.test(form.url.trim())
  return [
    ...(form.kind === 'url' && !isAddress ? (['url'] as const) : []),
    ...(form.kind === 'profile' && form.profile === '' ? (['profile'] as const) : []),
    ...(isGiven(form.product) && !productName.safeParse(form.product).success ? (['product'] as const) : []),
    ...(isGiven(form.osVersion) && !osVersion.safeParse(form.osVersion).success ? (['osVersion'] as const) : []),
  ]
}

/** As it goes to the core: what was left empty is made up there. */
export function inputOf({ kind, url, profile, ...device }: RehearsalForm): RehearsalInput {
  return {
    target: kind === 'url' ? { url: url.trim() } : { profile },
    ...(isGiven(device.serial) && { serial: toSerial(device.serial.trim()) }),
    ...(isGiven(device.product) && { product: device.product.trim() }),
    ...(isGiven(device.osVersion) && { osVersion: device.osVersion.trim() }),
  }
}

function isGiven(typed: string): boolean {
  return typed.trim() !== ''
}
