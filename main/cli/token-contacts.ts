import type { Command } from 'commander'
import { contact } from '../../shared/contract/tokens.ts'
import type { TokenContact } from '../../shared/model/token.ts'
import type { CliContext } from './context.ts'
import { checked } from './input.ts'
import { tokenJson } from './json.ts'
import type { Act } from './program.ts'

export type ContactOptions = {
  readonly owner?: string
  readonly ownerEmail?: string
  readonly deputy?: string
  readonly deputyEmail?: string
}

export function addContactsCommand(token: Command, act: Act): void {
  contactOptions(
    token
      .command('contacts')
      .argument('<token>', 'id or name')
      .description('says who looks after a token; an empty value takes one away'),
  ).action(act((context, [name], options: ContactOptions) => setContacts(context, name!, options)))
}

/** The options that name people, for every command that takes some. */
export function contactOptions(command: Command): Command {
  return command
    .option('--owner <name>', 'who owns it')
    .option('--owner-email <address>', 'where to reach the owner')
    .option('--deputy <name>', 'who stands in')
    .option('--deputy-email <address>', 'where to reach the deputy')
}

/** What is not given stays as it is. */
async function setContacts(context: CliContext, name: string, options: ContactOptions): Promise<void> {
  const core = await context.core()
  const found = core.tokens.find(name)
  const input = { tokenId: found.id, ...withContacts(found, options) }
  const token = await core.handlers.tokens.setContacts(input, context.call())
  await context.output.result({ token: tokenJson(token) }, () => contactsText(token))
}

type Contacts = { readonly owner: TokenContact | null; readonly deputy: TokenContact | null }

/** Whoever is known, with what the options say of them. */
export function withContacts({ owner, deputy }: Contacts, options: ContactOptions) {
  return {
    owner: merged(owner, { name: options.owner, email: options.ownerEmail }, '--owner-email'),
    deputy: merged(deputy, { name: options.deputy, email: options.deputyEmail }, '--deputy-email'),
  }
}

export function contactsText({ owner, deputy }: Contacts): string {
  return `Owner: ${contactText(owner) ?? '-'}\nDeputy: ${contactText(deputy) ?? '-'}`
}

type GivenContact = { readonly name: string | undefined; readonly email: string | undefined }

/** What is known of a person with what was given now. */
function merged(known: TokenContact | null, given: GivenContact, option: string): TokenContact {
  const { name = known?.name ?? null, email = known?.email ?? null } = given
  return checked(contact, { name, email }, option)
}

/** "Ada Lovelace <ada@example.com>". */
export function contactText(person: TokenContact | null): string | null {
  if (!person) return null
  const { name, email } = person
  return name !== null && email !== null ? `${name} <${email}>` : (name ?? email)
}
