import { readFileSync, writeFileSync } from 'node:fs'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { CommandContext } from '../../app/command-context.ts'
import type { CaudalNode } from '../../store/node.ts'
import { listWaiting, takeInventory } from '../inventory/service.ts'
import { acknowledgeNotice, tellRecipient } from '../notices/service.ts'
import { findTied } from '../requests/find-tied.ts'
import { answerNoneHeld, namingFields, type NamesPersons } from '../requests/none-held/service.ts'
import {
  answerAccess,
  correctForRequest,
  eraseForRequest,
  findPerson,
  findWaiting,
  liftForRequest,
  restrictForRequest,
} from '../requests/service.ts'
import type { CheckOfValues } from '../requests/service.ts'
import type { Recipient } from '../requests/recipients.ts'
import { terminalActor } from '../terminal-actor.ts'
import { governWords } from './command-words.ts'
import { registerRefusals } from './refusals.ts'
import { runLines } from '../retention/run-lines.ts'
import {
  applyRetention,
  listExpired,
  listRetentionRuns,
  listUnscheduled,
} from '../retention/service.ts'
import {
  approve,
  listDue,
  listRegister,
  putDocument,
  readHistory,
  revokeDerogation,
  signAgreement,
} from './service.ts'

/**
 * Adds `caudal govern …`.
 * @param rebuild builds the cubes that lag behind their records
 * @param check what the types of record say of values that are to be corrected
 * @param namesPersons which types of record name persons
 */
export function addGovernCommands(
  program: Command,
  context: CommandContext,
  rebuild: (node: CaudalNode) => Promise<void>,
  check: CheckOfValues,
  namesPersons: NamesPersons,
): void {
  const words = governWords[context.language]
  const officer = terminalActor('protection-officer')
  const govern = program.command('govern').description(words.govern)
  const now = () => new Date().toISOString()
  const today = () => now().slice(0, 10)
  const writeLines = async (rows: readonly object[]) => {
    for (const row of rows) await context.write(`${JSON.stringify(row)}\n`)
  }
  govern
    .command('list <register>')
    .description(words.list)
    .action(async (register: string) =>
      writeLines(await listRegister(await context.openNode(), officer, register)),
    )
  govern
    .command('show <register> <id>')
    .description(words.show)
    .action(async (register: string, id: string) =>
      writeLines(await readHistory(await context.openNode(), officer, register, id)),
    )
  govern
    .command('put <register> <id>')
    .description(words.put)
    .requiredOption('--file <file>', words.file)
    .option('--after <version>', words.after, toVersion, 0)
    .action(async (register: string, id: string, options: { file: string; after: number }) => {
      const actor = register === 'derogation' ? terminalActor('data-officer') : officer
      const saved = await putDocument(await context.openNode(), actor, {
        register,
        id,
        content: readJson(options.file),
        after: options.after,
      })
      context.say(words.saved(register, id, saved.version))
    })
  govern
    .command('sign <agreement>')
    .description(words.sign)
    .addOption(
      new Option('--as <party>', words.as).choices(['provider', 'recipient']).makeOptionMandatory(),
    )
    .action(async (id: string, options: { as: 'provider' | 'recipient' }) => {
      const node = await context.openNode()
      const { version } = await signAgreement(node, officer, id, options.as, today())
      context.say(words.saved('agreement', id, version))
    })
  govern
    .command('approve <register> <id>')
    .description(words.approve)
    .action(async (register: string, id: string) => {
      if (register !== 'derogation' && register !== 'assessment') {
        throw new InvalidArgumentError('derogation, assessment')
      }
      const { version } = await approve(await context.openNode(), officer, register, id, now())
      context.say(words.saved(register, id, version))
    })
  govern
    .command('revoke <derogation>')
    .description(words.revoke)
    .action(async (id: string) => {
      const { version } = await revokeDerogation(await context.openNode(), officer, id, now())
      context.say(words.saved('derogation', id, version))
    })
  govern
    .command('due')
    .description(words.due)
    .action(async () => {
      const due = await listDue(await context.openNode(), officer, now())
      if (due.length === 0) context.say(words.nothingDue)
      await writeLines(due)
    })
  govern
    .command('find')
    .description(words.find)
    .requiredOption('--field <field=value...>', words.field)
    .action(async ({ field }: { field: string[] }) => {
      const node = await context.openNode()
      const fields = toFields(field)
      const found = await findPerson(node, officer, fields)
      const waiting = await findWaiting(node, officer, fields)
      const tied = await findTied(node, officer, fields, found)
      context.say(words.found(found.length + waiting.length))
      await writeLines(found.map(({ batch, recordId }) => ({ batch, record: recordId })))
      await writeLines(waiting)
      if (tied.length === 0) return
      context.say(words.tied(tied.filter(({ sure }) => sure).length, tied.length))
      await writeLines(
        tied.map(({ batch, recordId: record, dataset, by, probability, sure }) => ({
          batch,
          record,
          dataset,
          by,
          probability,
          sure,
        })),
      )
    })
  govern
    .command('access <request>')
    .description(words.access)
    .requiredOption('--out <file>', words.out)
    .action(async (id: string, { out }: { out: string }) => {
      const answer = await answerAccess(await context.openNode(), officer, id, today())
      const text = JSON.stringify(answer, (_, value: unknown) => plain(value), 2)
      writeFileSync(out, `${text}\n`, { mode: 0o600, flag: 'wx' })
      context.say(words.accessWritten)
    })
  govern
    .command('none-held <request>')
    .description(words.noneHeld)
    .requiredOption('--field <field=value...>', words.field)
    .action(async (id: string, { field }: { field: string[] }) => {
      const node = await context.openNode()
      const names = toNames(field)
      const told = await answerNoneHeld(node, officer, id, names, today(), namesPersons)
      const { certificate, unsearched } = told
      context.say(words.noneHeldAnswered)
      const { records, files } = unsearched
      if (records + files > 0) context.say(words.unsearched(records, files))
      await context.write(certificate)
    })
  govern
    .command('erase <request>')
    .description(words.erase)
    .option('--yes', words.yes, false)
    .action(async (id: string, { yes }: { yes: boolean }) => {
      if (!yes) return unconfirmed()
      const node = await context.openNode()
      const done = await eraseForRequest(node, officer, id, today(), () => rebuild(node))
      context.say(words.erased(done.erased + done.waiting, namesOf(done.recipients)))
      await context.write(done.certificate)
    })
  govern
    .command('restrict <request>')
    .description(words.restrict)
    .action(async (id: string) => {
      const node = await context.openNode()
      const done = await restrictForRequest(node, officer, id, today(), () => rebuild(node))
      context.say(words.restricted(done.restricted))
      sayNotices(done.recipients)
    })
  govern
    .command('lift <request>')
    .description(words.lift)
    .requiredOption('--because <text>', words.because)
    .action(async (id: string, { because }: { because: string }) => {
      const node = await context.openNode()
      const done = await liftForRequest(node, officer, id, because, today(), () => rebuild(node))
      context.say(words.lifted(done.lifted))
      sayNotices(done.recipients)
    })
  govern
    .command('correct <request>')
    .description(words.correct)
    .requiredOption('--set <field=value...>', words.set)
    .action(async (id: string, { set }: { set: string[] }) => {
      const node = await context.openNode()
      const values = toFields(set)
      const done = await correctForRequest(
        node,
        officer,
        id,
        values,
        today(),
        () => rebuild(node),
        check,
      )
      context.say(words.corrected(done.corrected))
      sayNotices(done.recipients)
    })
  for (const [verb, note] of [
    ['told', tellRecipient],
    ['acknowledged', acknowledgeNotice],
  ] as const) {
    govern
      .command(`${verb} <notice>`)
      .description(words[verb])
      .action(async (id: string) => {
        const { version } = await note(await context.openNode(), officer, id, today())
        context.say(words.saved('notice', id, version))
      })
  }
  govern
    .command('retention')
    .description(words.retention)
    .option('--apply', words.apply, false)
    .option('--yes', words.yes, false)
    .action(async (options: { apply: boolean; yes: boolean }) => {
      if (options.apply && !options.yes) return unconfirmed()
      const node = await context.openNode()
      if (!options.apply) {
        for (const line of runLines(await listRetentionRuns(node, officer, 1), context.language)) {
          context.say(line)
        }
        const unscheduled = await listUnscheduled(node, officer)
        const titles = unscheduled.map(({ title }) => title[context.language])
        if (titles.length > 0) context.say(words.unscheduled(titles.join(', ')))
      }
      const expired = options.apply
        ? (await applyRetention(node, officer, today(), () => rebuild(node))).erased
        : await listExpired(node, officer, today())
      context.say(words.expired(expired.length, options.apply))
      await writeLines(expired)
    })
  govern
    .command('inventory')
    .description(words.inventory)
    .action(async () => {
      const node = await context.openNode()
      await writeLines(await takeInventory(node, officer))
      await writeLines(await listWaiting(node, officer))
    })

  function sayNotices(recipients: readonly Recipient[]): void {
    if (recipients.length > 0) context.say(words.notices(recipients.length, namesOf(recipients)))
  }

  function unconfirmed(): void {
    context.say(words.confirm)
    process.exitCode = 2
  }
}

function namesOf(recipients: readonly Recipient[]): string {
  return [...new Set(recipients.map(({ recipient }) => recipient))].join(', ')
}

function readJson(file: string): Record<string, unknown> {
  try {
    const content = JSON.parse(readFileSync(file, 'utf8')) as unknown
    if (typeof content === 'object' && content !== null) return content as Record<string, unknown>
  } catch {
    // said below
  }
  throw registerRefusals.refuse('file-unreadable', { file })
}

function toVersion(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('0 … 999999999')
  return Number(text)
}

function toFields(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((pair) => {
      const [, field, value] = /^([a-z][a-z0-9_]*)=(.+)$/su.exec(pair) ?? []
      if (field === undefined || value === undefined) throw new InvalidArgumentError('field=value')
      return [field, value]
    }),
  )
}

function toNames(given: readonly string[]): Record<string, string> {
  const fields = toFields(given)
  const known: readonly string[] = namingFields
  const other = Object.keys(fields).find((field) => !known.includes(field))
  if (other !== undefined) throw new InvalidArgumentError(known.join(', '))
  return fields
}

const plain = (value: unknown) => (typeof value === 'bigint' ? value.toString() : value)
