import { Option, type Command } from 'commander'
import { roles as knownRoles } from '@caudal/methods/govern'
import { findDocument } from '../registers/documents.ts'
import { putDocument } from '../registers/service.ts'
import { terminalActor } from '../terminal-actor.ts'
import type { CommandContext } from '../../app/command-context.ts'
import { getAccountByName } from './account.ts'
import { openAccounts, type Accounts } from './accounts.ts'
import {
  changeAccount,
  invite,
  inviteAgain,
  listAccounts,
  recover,
  restore,
  revokeCredentials,
  suspend,
} from './administration.ts'
import { accountWords } from './command-words.ts'
import { linkAddress } from './link-address.ts'
import { writeAccounts } from './account-list.ts'

interface PersonOptions {
  readonly roles: string
  readonly shownName?: string
  readonly institution?: string
  readonly country?: string
  readonly institutionName?: string
  readonly contact?: string
}

/** `caudal accounts …`: what whoever holds the terminal of the node does with accounts. */
export function addAccountsCommands(program: Command, context: CommandContext): void {
  const words = accountWords[context.language]
  const open = async (): Promise<Accounts> => openAccounts(await context.openNode())
  const commands = program
    .command('accounts')
    .description(words.accounts)
    .addOption(
      new Option('--format <format>', words.format).choices(['table', 'json']).default('table'),
    )
    .action(async ({ format }: { format: 'table' | 'json' }) => {
      const list = await listAccounts(await open())
      if (list.length === 0) context.say(words.none)
      await context.write(
        format === 'json'
          ? `${JSON.stringify(list, null, 2)}\n`
          : writeAccounts(list, context.language),
      )
    })

  const sayLink = async (secret: string, hours: number) => {
    context.say(words.link(hours))
    const node =
      process.env['CAUDAL_ADDRESS'] ?? `http://localhost:${process.env['CAUDAL_PORT'] ?? '7070'}`
    await context.write(`${linkAddress(node, context.language, secret)}\n`)
  }

  /** The institution of the first of its people is entered along the way, where its name is given. */
  const enterInstitution = async (options: PersonOptions) => {
    const { institution: id, institutionName: name, contact, country } = options
    if (id === undefined || name === undefined) return
    const node = await context.openNode()
    if ((await findDocument(node.register, 'institution', id)) !== undefined) return
    const content = { name, country: country?.toUpperCase(), contact }
    const administrator = terminalActor('administrator')
    await putDocument(node, administrator, { register: 'institution', id, content, after: 0 })
  }

  commands
    .command('invite')
    .description(words.invite)
    .argument('<name>', words.name)
    .requiredOption('--roles <roles>', words.roles(Object.keys(knownRoles).join(', ')))
    .option('--shown-name <name>', words.shownName)
    .option('--institution <institution>', words.institution)
    .option('--country <code>', words.country)
    .option('--institution-name <name>', words.institutionName)
    .option('--contact <contact>', words.contact)
    .action(async (name: string, options: PersonOptions) => {
      const accounts = await open()
      await enterInstitution(options)
      const { secret, account } = await invite(accounts, null, {
        name,
        shownName: options.shownName ?? name,
        language: context.language,
        roles: listOf(options.roles),
        institution: options.institution ?? '',
        country: options.country ?? '',
      })
      context.say(words.invited(account.name))
      await sayLink(secret, 72)
    })

  commands
    .command('roles')
    .description(words.change)
    .argument('<name>', words.name)
    .requiredOption('--roles <roles>', words.roles(Object.keys(knownRoles).join(', ')))
    .option('--institution <institution>', words.institution)
    .option('--country <code>', words.country)
    .action(async (name: string, options: PersonOptions) => {
      const accounts = await open()
      const account = await getAccountByName(accounts.register, name)
      await changeAccount(accounts, null, account.id, {
        version: account.version,
        roles: listOf(options.roles),
        institution: options.institution ?? account.institution,
        country: options.country ?? account.country,
      })
      context.say(words.changed(account.name))
    })

  const forAccount = (
    verb: string,
    description: string,
    act: (accounts: Accounts, id: string) => Promise<unknown>,
    done: (name: string) => string,
  ) =>
    commands
      .command(verb)
      .description(description)
      .argument('<name>', words.name)
      .action(async (name: string) => {
        const accounts = await open()
        const account = await getAccountByName(accounts.register, name)
        await act(accounts, account.id)
        context.say(done(account.name))
      })

  forAccount(
    'revoke',
    words.revoke,
    (accounts, id) => revokeCredentials(accounts, null, id),
    words.revoked,
  )
  forAccount(
    'suspend',
    words.suspend,
    (accounts, id) => suspend(accounts, null, id),
    words.suspended,
  )
  forAccount(
    'restore',
    words.restore,
    (accounts, id) => restore(accounts, null, id),
    words.restored,
  )

  commands
    .command('recover')
    .description(words.recover)
    .argument('<name>', words.name)
    .option('--second-factor', words.resetsSecondFactor)
    .action(async (name: string, { secondFactor = false }: { secondFactor?: boolean }) => {
      const accounts = await open()
      const { id, status } = await getAccountByName(accounts.register, name)
      if (status === 'invited') return sayLink(await inviteAgain(accounts, null, id), 72)
      const secret = await recover(accounts, null, id, { resetsSecondFactor: secondFactor })
      return sayLink(secret!, 24)
    })
}

function listOf(text: string): string[] {
  return text.split(',').flatMap((each) => each.trim() || [])
}
