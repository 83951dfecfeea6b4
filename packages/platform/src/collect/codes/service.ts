import type { Actor } from '@caudal/methods/govern'
import {
  codeOfOwn,
  findFaultOfCode,
  findFaultOfEnd,
  type OwnCode,
  type OwnCodeEnd,
} from '@caudal/methods/vocabulary'
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
import { countBearers } from './count-bearers.ts'
import { refusalOfCode } from './refusal-of-code.ts'
import { codeRefusals } from './refusals.ts'

/** A code that somebody adds, with the reason. */
export interface NewCode extends OwnCode {
  readonly because: string
}

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
  if (codes.length > mostCodes) {
    throw codeRefusals.refuse('too-many', { count: codes.length, most: mostCodes })
  }
  await node.register.transaction(async (transaction) => {
    const book = bookWith(await ownCodesLocked(transaction))
    // A code may lie in one that stands above it in the same file.
    const lists = new Map(book.list().map((list) => [list.id, list]))
    for (const [at, given] of codes.entries()) {
      const code = tidied(given)
      const fault = findFaultOfCode(code, (id) => lists.get(id))
      const refusal =
        fault !== undefined
          ? refusalOfCode(fault)
          : code.because === ''
            ? codeRefusals.refuse('reason-missing', { code: code.code })
            : undefined
      if (refusal !== undefined) throw codes.length === 1 ? refusal : ofRow(refusal, at, code)
      await insert(transaction, actor, code, 1)
      const list = lists.get(code.list)!
      lists.set(code.list, {
        ...list,
        codes: [...list.codes, codeOfOwn(code, book.get(code.list))],
      })
    }
    await auditLogOf(node).appendWithin(
      transaction,
      codes.map(({ list, code, standard = '', parent = '', validFrom }) =>
        noted(actor, list, { act: 'add', code, standard, parent, validFrom }),
      ),
    )
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
  const bearers = await countBearers(node, end)
  if (bearers !== undefined) {
    throw codeRefusals.refuse('code-in-use', { code: end.code, day: end.on, ...bearers })
  }
  await node.register.transaction(async (transaction) => {
    const own = await ownCodesLocked(transaction)
    check(own)
    const kept = own.find(({ list, code }) => list === end.list && code === end.code)!
    await insert(
      transaction,
      // the institution that added it goes on answering for it
      { ...actor, institution: kept.institution, country: kept.country },
      { ...kept, validTo: end.on, replacedBy: end.replacedBy, because },
      2,
    )
    await auditLogOf(node).appendWithin(transaction, [
      noted(actor, end.list, {
        act: 'end',
        code: end.code,
        until: end.on,
        replacedBy: end.replacedBy ?? '',
      }),
    ])
  })
}

/** The own codes, with nobody else adding or ending any until the transaction is over. */
async function ownCodesLocked(transaction: Queryable): Promise<KeptCode[]> {
  await transaction.query('lock table own_codes in share row exclusive mode')
  return await selectOwnCodes(transaction)
}

function tidied(given: NewCode): NewCode {
  const { label, aliases = [] } = given
  const plain = (text: string) => text.trim().replace(/\s+/g, ' ').slice(0, 200)
  return {
    ...given,
    code: given.code.trim(),
    label: { es: plain(label.es), en: plain(label.en), fr: plain(label.fr) },
    aliases: [...new Set(aliases.map(plain))].filter((alias) => alias !== ''),
    because: given.because.trim().slice(0, 1000),
  }
}

async function insert(
  transaction: Queryable,
  actor: Actor,
  code: NewCode,
  version: 1 | 2,
): Promise<void> {
  await transaction.query(
    `insert into own_codes (code_list, code, version, institution, country, label, aliases, parent,
       standard, valid_from, valid_to, replaced_by, because, actor)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      code.list,
      code.code,
      version,
      actor.institution,
      actor.country,
      JSON.stringify(code.label),
      JSON.stringify(code.aliases ?? []),
      code.parent ?? null,
      code.standard ?? null,
      code.validFrom,
      code.validTo ?? null,
      code.replacedBy ?? null,
      code.because,
      actor.id,
    ],
  )
}

function ofRow(refusal: ReturnType<typeof refusalOfCode>, at: number, { code }: NewCode) {
  return codeRefusals.refuse('row-refused', {
    row: at + 1,
    code,
    what: { es: refusal.what('es'), en: refusal.what('en'), fr: refusal.what('fr') },
    advice: { es: refusal.advice('es'), en: refusal.advice('en'), fr: refusal.advice('fr') },
  })
}

function noted(actor: Actor, list: string, details: Readonly<Record<string, string>>) {
  const given = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== ''))
  return actOf(actor, 'collect.keep-codes', { subject: `codes:${list}`, details: given })
}
