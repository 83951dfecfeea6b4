import { Option, type Command } from 'commander'
import { roles as knownRoles } from '@caudal/methods/govern'
import { findDocument } from '../registers/documents.ts'
import { putDocument } from '../registers/service.ts'
import { terminalActor } from '../terminal-actor.ts'
import type { CommandContext } from '../../app/command-context.ts'
import type { CaudalNode } from '../../store/node.ts'
import { getAccountByName } from './account.ts'
import { accountWords } from './command-words.ts'
import { linkAddress } from './link-address.ts'
import { createAdministration, type Administration } from './service.ts'
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
  const administrator = terminalActor('administrator')
  const open = async () => {
    const node = await context.openNode()
    return { node, keeping: createAdministration(node) }
  }
  const commands = program
    .command('accounts')
    .description(words.accounts)
    .addOption(
      new Option('--format <format>', words.format).choices(['table', 'json']).default('table'),
    )
    .action(async ({ format }: { format: 'table' | 'json' }) => {
      const { keeping } = await open()
      const list = await keeping.list(administrator)
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
  const enterInstitution = async (node: CaudalNode, options: PersonOptions) => {
    const { institution: id, institutionName: name, contact, country } = options
    if (id === undefined || name === undefined) return
    if ((await findDocument(node.register, 'institution', id)) !== undefined) return
    const content = { name, country: country?.toUpperCase(), contact }
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
      const { node, keeping } = await open()
      await enterInstitution(node, options)
      const { secret, account } = await keeping.invite(administrator, {
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
      const { node, keeping } = await open()
      const account = await getAccountByName(node.register, name)
      await keeping.change(administrator, account.id, {
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
    act: (keeping: Administration, id: string) => Promise<unknown>,
    done: (name: string) => string,
  ) =>
    commands
      .command(verb)
      .description(description)
      .argument('<name>', words.name)
      .action(async (name: string) => {
        const { node, keeping } = await open()
        const account = await getAccountByName(node.register, name)
        await act(keeping, account.id)
        context.say(done(account.name))
      })

  forAccount(
    'revoke',
    words.revoke,
    (keeping, id) => keeping.revokeCredentials(administrator, id),
    words.revoked,
  )
  forAccount(
    'suspend',
    words.suspend,
    (keeping, id) => keeping.suspend(administrator, id),
    words.suspended,
  )
  forAccount(
    'restore',
    words.restore,
    (keeping, id) => keeping.restore(administrator, id),
    words.restored,
  )

  commands
    .command('recover')
    .description(words.recover)
    .argument('<name>', words.name)
    .option('--second-factor', words.resetsSecondFactor)
    .action(async (name: string, { secondFactor = false }: { secondFactor?: boolean }) => {
      const { node, keeping } = await open()
      const { id, status } = await getAccountByName(node.register, name)
      if (status === 'invited') return sayLink(await keeping.inviteAgain(administrator, id), 72)
      const resetsSecondFactor = secondFactor
      const secret = await keeping.recover(administrator, id, { resetsSecondFactor })
      return sayLink(secret!, 24)
    })
}

function listOf(text: string): string[] {
  return text.split(',').flatMap((each) => each.trim() || [])
}
