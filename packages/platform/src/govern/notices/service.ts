import type { Actor } from '@caudal/methods/govern'
import type { CaudalNode } from '../../store/index.ts'
import { authorise } from '../authorise.ts'
import { change } from '../registers/change-document.ts'
import { checkCountry } from '../registers/kept-country.ts'
import { getDocument, listDocuments, type StoredDocument } from '../registers/documents.ts'
import { notOfTheParty } from '../registers/not-of-the-party.ts'
import { registerRefusals } from '../registers/refusals.ts'
import { seenOf } from '../registers/seen-country.ts'

/** Notes that a recipient was told what became of records that it was given. */
export async function tellRecipient(
  node: CaudalNode,
  actor: Actor,
  id: string,
  today: string,
): Promise<StoredDocument<'notice'>> {
  await authorise(node, actor, 'govern.answer-requests', `notice:${id}`)
  const { content, version } = await getDocument(node.register, 'notice', id)
  await checkCountry(node, actor, 'govern.answer-requests', 'notice', id, content)
  if (content.told !== undefined) throw registerRefusals.refuse('signed-already')
  const told = { ...content, told: { by: actor.id, on: today } }
  return await change(node, actor, 'notice', id, version, async () => told, 'tell')
}

/**
 * Notes that a recipient has taken note: by its own people, or by the protection officer, whom it
 * answered.
 */
export async function acknowledgeNotice(
  node: CaudalNode,
  actor: Actor,
  id: string,
  today: string,
): Promise<StoredDocument<'notice'>> {
  await authorise(node, actor, 'govern.acknowledge-notice', `notice:${id}`)
  const { content, version } = await getDocument(node.register, 'notice', id)
  const isOfficer = actor.kind === 'terminal' || actor.roles.includes('protection-officer')
  if (actor.institution !== content.recipient) {
    const { recipient: institution } = content
    if (!isOfficer) throw await notOfTheParty(node.register, institution)
    await checkCountry(node, actor, 'govern.acknowledge-notice', 'notice', id, content)
  }
  if (content.told === undefined) throw registerRefusals.refuse('not-told-yet', { id })
  if (content.acknowledged !== undefined) throw registerRefusals.refuse('signed-already')
  const done = { ...content, acknowledged: { by: actor.id, on: today } }
  return await change(node, actor, 'notice', id, version, async () => done, 'acknowledge')
}

/** The notices that somebody has to do with: those of the own country, or those to his or her institution. */
export async function listNotices(
  node: CaudalNode,
  actor: Actor,
): Promise<StoredDocument<'notice'>[]> {
  await authorise(node, actor, 'govern.acknowledge-notice')
  const notices = await listDocuments(node.register, 'notice')
  const isOfficer = actor.kind === 'terminal' || actor.roles.includes('protection-officer')
  return isOfficer
    ? await seenOf(node, actor, notices)
    : notices.filter(({ content }) => content.recipient === actor.institution)
}
