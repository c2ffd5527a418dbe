import { setUpVault } from './fixture.ts'
import { Secret } from '../../../../../shared/secret.ts'
import { openDb } from '../../../../../main/db/open.ts'

/**
 * Run by `crash.test.ts` to be killed: changes the passphrase of the store at `argv[2]` from number to number, and
 * prints a number when its change is done.
 */
const { vault } = setUpVault({ db: openDb(process.argv[2]!) })
const passphrase = (number: number) => new Secret(`passphrase number ${number}`)

for (let number = Number(process.argv[3]); ; number++) {
  await vault.changePassphrase({ passphrase: passphrase(number), newPassphrase: passphrase(number + 1) })
  process.stdout.write(`${number + 1}\n`)
}
