import type { Actor } from '@caudal/methods/govern'
import { findFaultOfEnd, type OwnCode, type OwnCodeEnd } from '@caudal/methods/vocabulary'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { auditLogOf } from '../../govern/audit/audit-log.ts'
import { actOf, authorise } from '../../govern/authorise.ts'
import {
  bookWith,
  nodeCodeLists,
  selectOwnCodes,
  type CaudalNode,
  type KeptCode,
  type Queryable,
} from '../../store/index.ts'
import {
  countBearers,
  filesBeside,
  keyOfCode,
  listFactFiles,
  type Bearers,
  type FactFiles,
} from './count-bearers.ts'
import {
  checkPlan,
  endsOf,
  planCodes,
  refuseEndsOfBorne,
  type CodeLine,
  type NewCode,
} from './plan-codes.ts'
import { readSentCodes, type SentCodeFile } from './read-sent-file.ts'
import { refusalOfCode } from './refusal-of-code.ts'
import { codeRefusals } from './refusals.ts'

/** Codes that are added at once. */
export const mostCodes = 5000

/** The code lists of a node, with its own codes among those of the platform: everybody may read them. */
export function readCodeLists(node: CaudalNode): Promise<CodeListBook> {
  return nodeCodeLists(node)
}

/** The codes that the users of the node have added, with who did it and why. */
export async function listOwnCodes(
  node: CaudalNode,
  actor: Actor,
  list?: string,
): Promise<KeptCode[]> {
  await authorise(node, actor, 'collect.read-batches')
  return await selectOwnCodes(node.register, list)
}

/**
 * The codes of a file that somebody sends, as they would be added.
 *
 * @throws {Refusal} plain-file.…, collect.codes.file-too-large
 */
export async function readCodesSent(
  node: CaudalNode,
  actor: Actor,
  sent: SentCodeFile,
): Promise<NewCode[]> {
  await authorise(node, actor, 'collect.keep-codes')
  return await readSentCodes(node, sent)
}

/**
 * What would become of the codes of a file, line by line; nothing changes.
 *
 * @throws {Refusal} collect.codes.too-many
 */
export async function tryCodes(
  node: CaudalNode,
  actor: Actor,
  codes: readonly NewCode[],
): Promise<CodeLine[]> {
  return await tryIn(node, actor, codes, await listFactFiles(node))
}

/** How many codes were added and ended, and how many stood already as they were brought. */
export interface TakenIn {
  readonly added: number
  readonly ended: number
  readonly same: number
}

/**
 * Takes a file of codes in: adds them, and ends those of the node that come again with a last day; all of
 * it, or nothing.
 *
 * @param actor whoever answers for them: their institution and country are kept with each
 * @throws {Refusal} collect.codes.…
 */
export async function takeInCodes(
  node: CaudalNode,
  actor: Actor,
  codes: readonly NewCode[],
): Promise<TakenIn> {
  const counted = await listFactFiles(node)
  checkPlan(await tryIn(node, actor, codes, counted))
  return await node.register.transaction(async (transaction) => {
    const own = await ownCodesLocked(transaction)
    const lines = planCodes(own, codes, 'followed')
    const later = await bearersSince(node, transaction, counted, endsOf(lines))
    checkPlan(refuseEndsOfBorne(lines, later))
    return await keep(node, transaction, actor, own, lines)
  })
}

/**
 * Adds codes to lists of the node: all of them, or none.
 *
 * @param actor whoever answers for them: their institution and country are kept with each
 * @throws {Refusal} collect.codes.…
 */
export async function addCodes(
  node: CaudalNode,
  actor: Actor,
  codes: readonly NewCode[],
): Promise<void> {
  await authorise(node, actor, 'collect.keep-codes')
  checkNumber(codes)
  await node.register.transaction(async (transaction) => {
    const own = await ownCodesLocked(transaction)
    const lines = planCodes(own, codes, 'refused')
    checkPlan(lines)
    await keep(node, transaction, actor, own, lines)
  })
}

/**
 * Ends a code of the node: it is in force until a day. What bears it already stays as it is.
 *
 * @throws {Refusal} collect.codes.…; collect.codes.code-in-use where records of later days bear it
 */
export async function endCode(
  node: CaudalNode,
  actor: Actor,
  end: OwnCodeEnd & { readonly because: string },
): Promise<void> {
  await authorise(node, actor, 'collect.keep-codes')
  const because = end.because.trim().slice(0, 1000)
  const check = (own: readonly OwnCode[]) => {
    const book = bookWith(own)
    const fault = findFaultOfEnd(end, (id) => book.find(id), book.list())
    if (fault !== undefined) throw refusalOfCode(fault)
  }
  check(await selectOwnCodes(node.register))
  if (because === '') throw codeRefusals.refuse('reason-missing', { code: end.code })
  const checkUnborne = (bearers: ReadonlyMap<string, Bearers>) => {
    const found = bearers.get(keyOfCode(end))
    if (found === undefined) return
    throw codeRefusals.refuse('code-in-use', { code: end.code, day: end.on, ...found })
  }
  const counted = await listFactFiles(node)
  checkUnborne(await countBearers(node, counted, [end]))
  await node.register.transaction(async (transaction) => {
    const own = await ownCodesLocked(transaction)
    check(own)
    checkUnborne(await bearersSince(node, transaction, counted, [end]))
    const kept = own.find(({ list, code }) => list === end.list && code === end.code)!
    await insert(transaction, [
      versionOf(endedAs(actor, kept), 2, {
        ...kept,
        validTo: end.on,
        replacedBy: end.replacedBy,
        because,
      }),
    ])
    await auditLogOf(node).appendWithin(transaction, [notedEnd(actor, end)])
  })
}

/** The own codes, with nobody else adding or ending any until the transaction is over. */
async function ownCodesLocked(transaction: Queryable): Promise<KeptCode[]> {
  await transaction.query('lock table own_codes in share row exclusive mode')
  return await selectOwnCodes(transaction)
}

/**
 * Bearers of codes in the files that have come since others were counted, with no batch joining them until
 * the transaction is over: few or none, so that the transaction stays short.
 */
async function bearersSince(
  node: CaudalNode,
  transaction: Queryable,
  counted: FactFiles,
  ends: readonly OwnCodeEnd[],
): Promise<ReadonlyMap<string, Bearers>> {
  if (ends.length === 0) return new Map()
  await transaction.query('lock table batches in share mode')
  const files = filesBeside(await listFactFiles(node, transaction), counted)
  return await countBearers(node, files, ends)
}

async function tryIn(
  node: CaudalNode,
  actor: Actor,
  codes: readonly NewCode[],
  files: FactFiles,
): Promise<CodeLine[]> {
  await authorise(node, actor, 'collect.keep-codes')
  checkNumber(codes)
  const lines = planCodes(await selectOwnCodes(node.register), codes, 'followed')
  return refuseEndsOfBorne(lines, await countBearers(node, files, endsOf(lines)))
}

function checkNumber({ length: count }: readonly NewCode[]): void {
  if (count > mostCodes) throw codeRefusals.refuse('too-many', { count, most: mostCodes })
}

async function keep(
  node: CaudalNode,
  transaction: Queryable,
  actor: Actor,
  own: readonly KeptCode[],
  lines: readonly CodeLine[],
): Promise<TakenIn> {
  const kept = new Map(own.map((each) => [keyOfCode(each), each]))
  const versions: CodeVersion[] = []
  const acts: ReturnType<typeof noted>[] = []
  for (const line of lines) {
    const { code } = line
    if (line.act === 'add') {
      versions.push(versionOf(actor, 1, code))
      acts.push(notedAddition(actor, code))
    } else if (line.act === 'end') {
      const before = kept.get(keyOfCode(code))!
      versions.push(versionOf(endedAs(actor, before), 2, { ...before, ...code }))
      acts.push(notedEnd(actor, line.end))
    }
  }
  if (versions.length > 0) {
    await insert(transaction, versions)
    await auditLogOf(node).appendWithin(transaction, acts)
  }
  const ended = versions.filter(({ version }) => version === 2).length
  const added = versions.length - ended
  return { added, ended, same: lines.length - versions.length }
}

/** The institution that added a code goes on answering for it. */
function endedAs(actor: Actor, { institution, country }: KeptCode): Actor {
  return { ...actor, institution, country }
}

/** A row of `own_codes`. */
type CodeVersion = ReturnType<typeof versionOf>

function versionOf(actor: Actor, version: 1 | 2, code: NewCode) {
  return {
    code_list: code.list,
    code: code.code,
    version,
    institution: actor.institution,
    country: actor.country,
    label: code.label,
    aliases: code.aliases ?? [],
    parent: code.parent ?? null,
    standard: code.standard ?? null,
    valid_from: code.validFrom,
    valid_to: code.validTo ?? null,
    replaced_by: code.replacedBy ?? null,
    because: code.because,
    actor: actor.id,
  }
}

async function insert(transaction: Queryable, versions: readonly CodeVersion[]): Promise<void> {
  const columns = `code_list, code, version, institution, country, label, aliases, parent, standard,
       valid_from, valid_to, replaced_by, because, actor`
  await transaction.query(
    `insert into own_codes (${columns})
     select ${columns} from jsonb_to_recordset($1::jsonb) as given (code_list text, code text,
       version integer, institution text, country text, label jsonb, aliases jsonb, parent text,
       standard text, valid_from date, valid_to date, replaced_by text, because text, actor text)`,
    [JSON.stringify(versions)],
  )
}

function notedAddition(
  actor: Actor,
  { list, code, standard = '', parent = '', validFrom }: NewCode,
) {
  return noted(actor, list, { act: 'add', code, standard, parent, validFrom })
}

function notedEnd(actor: Actor, { list, code, on, replacedBy = '' }: OwnCodeEnd) {
  return noted(actor, list, { act: 'end', code, until: on, replacedBy })
}

function noted(actor: Actor, list: string, details: Readonly<Record<string, string>>) {
  const given = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== ''))
  return actOf(actor, 'collect.keep-codes', { subject: `codes:${list}`, details: given })
}
