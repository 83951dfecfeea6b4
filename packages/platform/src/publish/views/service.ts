import { randomUUID } from 'node:crypto'
import { findCube } from '@caudal/methods/measure'
import type { Actor } from '@caudal/methods/govern'
import { auditLogOf } from '../../govern/audit/audit-log.ts'
import { actOf, authorise } from '../../govern/authorise.ts'
import type { CaudalNode, Queryable } from '../../store/index.ts'
import { viewRefusals } from './refusals.ts'

/** A view of explore that somebody keeps. */
export interface SavedView {
  readonly id: string
  readonly name: string
  readonly cube: string
  /** What stands after the question mark in the address of its page. */
  readonly query: string
  /** ISO instant. */
  readonly keptAt: string
}

/** Views that one account may keep. */
export const mostViews = 200

/** The views that the actor keeps, by name. */
export async function listViews(node: CaudalNode, actor: Actor): Promise<SavedView[]> {
  await authorise(node, actor, 'govern.own-account')
  return selectViews(node.register, actor)
}

/**
 * Keeps a view under a name of the actor's own.
 *
 * @throws {Refusal} views.name-taken, views.too-many, views.cube-unknown, views.name-empty
 */
export async function keepView(
  node: CaudalNode,
  actor: Actor,
  { name, cube, query }: Pick<SavedView, 'name' | 'cube' | 'query'>,
): Promise<SavedView> {
  await authorise(node, actor, 'govern.own-account')
  if (findCube(cube) === undefined) {
    throw viewRefusals.refuse('cube-unknown', { cube: cube.slice(0, 80) })
  }
  const id = randomUUID()
  const own = nameOf(name)
  return change(node, actor, id, 'kept', async (transaction) => {
    const kept = await selectViews(transaction, actor)
    if (kept.length >= mostViews) throw viewRefusals.refuse('too-many', { most: mostViews })
    refuseTaken(kept, own)
    await transaction.query(
      `insert into saved_views (id, account, name, cube, query, kept_at)
       values ($1, $2, $3, $4, $5, now())`,
      [id, actor.id, own, cube, query],
    )
  })
}

/** @throws {Refusal} views.unknown, views.name-taken, views.name-empty */
export async function renameView(
  node: CaudalNode,
  actor: Actor,
  id: string,
  name: string,
): Promise<SavedView> {
  await authorise(node, actor, 'govern.own-account')
  const own = nameOf(name)
  return change(node, actor, id, 'renamed', async (transaction) => {
    const kept = await selectViews(transaction, actor)
    if (!kept.some((each) => each.id === id)) throw viewRefusals.refuse('unknown')
    refuseTaken(
      kept.filter((each) => each.id !== id),
      own,
    )
    await transaction.query('update saved_views set name = $3 where account = $1 and id = $2', [
      actor.id,
      id,
      own,
    ])
  })
}

/** @throws {Refusal} views.unknown */
export async function forgetView(node: CaudalNode, actor: Actor, id: string): Promise<void> {
  await authorise(node, actor, 'govern.own-account')
  const kept = await selectViews(node.register, actor)
  if (!kept.some((each) => each.id === id)) throw viewRefusals.refuse('unknown')
  await node.register.transaction(async (transaction) => {
    await transaction.query('delete from saved_views where account = $1 and id = $2', [
      actor.id,
      id,
    ])
    await noteView(node, transaction, actor, id, 'forgotten')
  })
}

async function change(
  node: CaudalNode,
  actor: Actor,
  id: string,
  act: string,
  work: (transaction: Queryable) => Promise<void>,
): Promise<SavedView> {
  await node.register.transaction(async (transaction) => {
    // Two at once would both find the name free.
    await transaction.query('select pg_advisory_xact_lock(hashtext($1))', [`views ${actor.id}`])
    await work(transaction)
    await noteView(node, transaction, actor, id, act)
  })
  const kept = await selectViews(node.register, actor)
  return kept.find((each) => each.id === id)!
}

async function noteView(
  node: CaudalNode,
  transaction: Queryable,
  actor: Actor,
  id: string,
  act: string,
): Promise<void> {
  await auditLogOf(node).appendWithin(transaction, [
    actOf(actor, 'govern.own-account', { subject: `view:${id}`, details: { act } }),
  ])
}

function nameOf(given: string): string {
  const name = given.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (name === '') throw viewRefusals.refuse('name-empty')
  return name
}

function refuseTaken(kept: readonly SavedView[], name: string): void {
  const fold = (text: string) => text.normalize('NFKC').toLowerCase()
  if (kept.some((each) => fold(each.name) === fold(name))) {
    throw viewRefusals.refuse('name-taken', { name })
  }
}

function selectViews(register: Queryable, actor: Actor): Promise<SavedView[]> {
  return register.query<SavedView>(
    `select id::text, name, cube, query,
       to_char(kept_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "keptAt"
     from saved_views where account::text = $1 order by lower(name), id`,
    [actor.id],
  )
}
