import type { Desk } from '../../lib/desk.ts'

const PORTALS = { business: 'https://business.apple.com', school: 'https://school.apple.com' } as const

/** The portals belong to the person's own browser, where they are signed in. */
export async function openPortal({ api }: Desk, portal: keyof typeof PORTALS): Promise<void> {
  await api.shell.openLink({ url: PORTALS[portal] })
}
