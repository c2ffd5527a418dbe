import type { Desk } from '../../lib/desk.ts'
import type { PortalName } from './selectors.ts'

const PORTALS: Readonly<Record<PortalName, string>> = {
  business: 'https://business.apple.com',
  school: 'https://school.apple.com',
}

/** The portals belong to the person's own browser, where they are signed in. */
export async function openPortal({ api }: Desk, portal: PortalName): Promise<void> {
  await api.shell.openLink({ url: PORTALS[portal] })
}
