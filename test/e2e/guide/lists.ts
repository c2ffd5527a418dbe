import { showPlace } from '../steps.ts'
import { giveList, serialsOf, type Guide } from './world.ts'

const PEOPLE = ['Kim Nguyen', 'Amira Haddad', 'Jonas Weber', 'Lucia Rossi', 'Tom Baker', 'Yuki Sato']
const STATES = ['Enrolled', 'Enrolled', 'Enrolled', 'Enrolled', 'Registered', 'Unenrolled']

/** What the console says of its devices, taken over. Comes first, so that the other pictures show it. */
export async function importing({ page, simulator, take }: Guide): Promise<void> {
  const rows = serialsOf({ simulator }).flatMap((serial, n) => {
    const person = PEOPLE[n % PEOPLE.length]!
    const user = person.toLowerCase().replace(' ', '.')
    const state = STATES[n % STATES.length]!
    const token = state === 'Enrolled' ? (n % 4 === 0 ? 'Compliant' : 'Not Applicable') : 'Registration Active'
    const written = n % 97 === 0 ? `="${serial}"` : n % 83 === 0 ? ` ${serial.toLowerCase()}` : serial
    return n % 9 === 8 ? [] : [[written, `${person} ${n + 1}`, user, state, token, '2026-11-20 08:15:00'].join(',')]
  })
  const list = [
    'Serial Number,Friendly Name,User Name,Enrollment Status,Token Status,Last Seen',
    ...rows,
    '7.64E+11,,,,,',
  ]
  await showPlace(page, 'Reconcile')
  await page.getByRole('button', { name: 'Import console data' }).click()
  await giveList(page, 'Enrollment Status.csv', list)
  await page.getByText('First rows of the file').waitFor()
  await take('import-file')
  await page.getByRole('main').getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('button', { name: 'Import another file' }).waitFor()
  await take('imported')
}

/** The list of the portal, with what happens to such lists, against the records. */
export async function reconciling({ page, simulator, take }: Guide): Promise<void> {
  const serials = serialsOf({ simulator })
  const known = serials.flatMap((serial, n) => (n % 400 === 399 ? [] : [n === 7 ? damaged(serial) : serial]))
  const rows = [...known, known[20]!, 'F9FQX1ABCD12', 'DMPXK0LMNOP3', '7.64E+11'].map(
    (serial, n) => `${serial},,W${74_000_000 + Math.floor(n / 50)},2025-03-14`,
  )
  await showPlace(page, 'Reconcile')
  const back = page.getByRole('button', { name: 'All comparisons' })
  if (await back.isVisible()) await back.click()
  await giveList(page, 'portal devices.csv', ['Serial Number,Model,Order Number,Date Added', ...rows])
  await page.getByText('First rows of the file').waitFor()
  await take('reconcile-file')
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await page
    .getByRole('heading', { name: 'What was found' })
    .or(page.getByText(/shows fewer|fewer devices/))
    .first()
    .waitFor()
  await page.getByRole('searchbox', { name: 'Search serial numbers' }).waitFor()
  await take('reconcile')
}

function damaged(serial: string): string {
  return /0/.test(serial) ? serial.replace('0', 'O') : `${serial.slice(0, -2)}${serial.at(-1)}${serial.at(-2)}`
}
