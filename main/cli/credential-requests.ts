import type { Command } from 'commander'
import { emailText } from '../../shared/contract/credentials.ts'
import { nameText } from '../../shared/contract/tokens.ts'
import { AppError } from '../../shared/errors.ts'
import type { PushRequest } from '../../shared/model/credential.ts'
import { unlockVault, type CliContext } from './context.ts'
import { checked } from './input.ts'
import { isoTime } from './json.ts'
import { table } from './output.ts'
import type { Act } from './program.ts'

type CsrOptions = { readonly name: string; readonly email?: string; readonly out: string }

export function addRequestCommands(credential: Command, act: Act): void {
  credential
    .command('csr')
    .requiredOption('--name <name>', 'what the certificate is for')
    .option('--email <address>', 'address in the request')
    .requiredOption('--out <file>', 'where to save the request (PEM)')
    .description('makes a key and a request for a push certificate; the key stays in the vault')
    .action(act((context, _args, options: CsrOptions) => makeRequest(context, options)))

  credential
    .command('requests')
    .description('requests whose certificate has not come yet')
    .action(
      act(async (context) => {
        const core = await context.core()
        const requests = await core.handlers.credentials.requests({}, context.call())
        await context.output.result({ requests: requests.map(requestJson) }, () =>
          table(
            ['NAME', 'MADE', 'KEY', 'ID'],
            requests.map((one) => [one.name, isoTime(one.createdAt), one.keyFingerprint.slice(0, 16), one.id]),
          ),
        )
      }),
    )

  credential
    .command('discard-request')
    .argument('<id>', 'id of the request')
    .option('--yes', 'really forget its key')
    .description('forgets a request and its key')
    .action(
      act(async (context, [id], { yes }: { yes?: boolean }) => {
        const core = await context.core()
        const found = (await core.handlers.credentials.requests({}, context.call())).find((one) => one.id === id)
        if (!found) throw new AppError('credential.not-found', `there is no request ${id}`)
        if (!yes) {
          const hint = 'Add --yes. A certificate made from this request can then not be completed here any more.'
          throw new AppError('bad-input', 'forgetting a key must be confirmed', { path: '--yes', facts: { hint } })
        }
        await core.handlers.credentials.discardRequest({ id: found.id }, context.call())
        await context.output.result({ removed: found.id }, () => `Forgot the request "${found.name}".`)
      }),
    )
}

async function makeRequest(context: CliContext, { name, email, out }: CsrOptions): Promise<void> {
  const core = await unlockVault(context)
  const input = {
    name: checked(nameText, name, '--name'),
    ...(email !== undefined && { email: checked(emailText, email, '--email') }),
  }
  const request = await core.handlers.credentials.createCsr(input, context.call())
  await context.writeFile(out, request.csr)
  await context.output.result(
    { request: requestJson(request), file: out },
    () => `Saved the request to ${out}; its key is in the vault.
Next: have the vendor of your console sign it (only vendors can), upload the signed request at
https://identity.apple.com/pushcert with the account that renews it each year, download the certificate
and run "ade-desk import push-certificate FILE.pem --account ACCOUNT".`,
  )
}

function requestJson(request: PushRequest) {
  return { ...request, createdAt: isoTime(request.createdAt) }
}
