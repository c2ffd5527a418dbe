import { startEnrollmentServer } from '../../fakes/enrollment-server/index.ts'
import { chooseFile, showPlace } from '../steps.ts'
import { serialsOf, type Guide } from './world.ts'

/** Offline: pictures must not depend on the network of the computer that takes them. */
export async function diagnosing({ page, simulator, take }: Guide): Promise<void> {
  await showPlace(page, 'Troubleshoot')
  await page.getByRole('combobox', { name: 'Serial number' }).fill(serialsOf({ simulator })[3]!)
  await page.getByRole('heading', { name: 'Troubleshoot', level: 1 }).click()
  await page.getByRole('listbox').waitFor({ state: 'hidden' })
  await take('troubleshoot')
  await page.getByRole('switch', { name: 'Offline' }).press('Space')
  await page.getByRole('main').getByRole('button', { name: 'Diagnose', exact: true }).click()
  await page.getByRole('region', { name: 'Cause', exact: true }).waitFor()
  await take('diagnosis')
  await page.getByRole('list', { name: 'Steps of the diagnosis' }).evaluate((list) => list.scrollIntoView())
  await take('diagnosis-steps')
}

/** A host of this very computer that answers, and one that does not. */
export async function network({ page, simulator, take }: Guide): Promise<void> {
  const { port } = new URL(simulator.url)
  await showPlace(page, 'Troubleshoot')
  await page.getByRole('tab', { name: 'Network check' }).click()
  for (const name of ['Device setup', 'Device management', 'Push notifications', 'Certificate validation'])
    await page.getByRole('checkbox', { name }).press('Space')
  await page.getByRole('textbox', { name: 'Further hosts' }).fill(`localhost:${port}\nlocalhost:9`)
  await page.getByRole('button', { name: 'Check the network' }).click()
  const hosts = page.getByRole('grid', { name: 'Hosts and what they answered' })
  await hosts.getByRole('row', { name: /Refused/ }).click()
  await page.getByRole('complementary').getByText('Meaning').waitFor()
  await page
    .getByText('Some hosts are blocked')
    .first()
    .evaluate((title) => title.scrollIntoView())
  await take('network-check')
}

/** A server of this computer with an authority of its own, and a mistake in its profile. */
export async function rehearsing({ page, take }: Guide): Promise<void> {
  const server = await startEnrollmentServer({ fault: 'wrong-identity' })
  try {
    await showPlace(page, 'Profiles')
    const body = Buffer.from(JSON.stringify({ ...server.profileBody(), profile_name: 'Berlin iPhones' }))
    await chooseFile(page, 'Choose the file', { name: 'berlin.json', bytes: body })
    await page.getByRole('tab', { name: 'Summary' }).waitFor()
    await showPlace(page, 'Troubleshoot')
    await page.getByRole('tab', { name: 'Rehearsal' }).click()
    await page.getByRole('radio', { name: 'A profile' }).press('Space')
    await page
      .getByRole('button', { name: 'Profile', exact: true })
      .or(page.getByRole('button', { name: /Profile$/ }))
      .first()
      .click()
    await page.getByRole('option', { name: 'Berlin iPhones' }).click()
    await page.getByRole('button', { name: 'Show what will happen' }).click()
    await page.getByText('The server may record an enrollment attempt').waitFor()
    await take('rehearsal-plan')
    await page.getByRole('button', { name: 'Start the rehearsal' }).click()
    await page.getByRole('list', { name: 'Findings' }).or(page.getByText('Nothing to remark.')).waitFor()
    await take('rehearsal')
  } finally {
    await server.close()
  }
}
