import { type Actor, writeNote } from '@caudal/methods/govern'
import type { CaudalNode } from '../../../store/index.ts'
import { auditLogOf } from '../../audit/audit-log.ts'
import { authorise } from '../../authorise.ts'
import { change } from '../../registers/change-document.ts'
import { getDocument } from '../../registers/documents.ts'
import { registerRefusals } from '../../registers/refusals.ts'
import { findPerson, findWaiting } from '../service.ts'

/** Fields that name a person in every type of record: by others nobody would be found, whoever is held. */
export const namingFields = [
  'document_number',
  'given_names',
  'family_names',
  'birth_date',
] as const

type Searched = Readonly<Partial<Record<(typeof namingFields)[number], string | undefined>>>

/**
 * Answers a verified request that names no record: nothing is held of the person within the officer's reach. It is looked for
 * anew, by the document alone and by all else together, since one slip in either would hide somebody. The log
 * and the certificate keep the fields, never what was looked for.
 *
 * @throws {Refusal} registers.records-held where something is found after all, registers.request-names-records,
 *   registers.request-not-verified, registers.nothing-searched
 */
export async function answerNoneHeld(
  node: CaudalNode,
  actor: Actor,
  id: string,
  searched: Searched,
  today: string,
): Promise<{ readonly certificate: string }> {
  await authorise(node, actor, 'govern.answer-requests', `request:${id}`)
  const { content, version } = await getDocument(node.register, 'request', id)
  const { state, kind, records, entries = [] } = content
  if (state !== 'verified') {
    throw registerRefusals.refuse('request-not-verified', { id, state: `${kind}, ${state}` })
  }
  if (records.length + entries.length > 0) {
    throw registerRefusals.refuse('request-names-records', { id })
  }
  const given = namingFields.flatMap((field) => {
    const value = searched[field]?.trim() ?? ''
    return value === '' ? [] : [[field, value] as const]
  })
  if (given.length === 0) throw registerRefusals.refuse('nothing-searched')
  const isDocument = ([field]: (typeof given)[number]) => field === 'document_number'
  const parts = [given.filter(isDocument), given.filter((each) => !isDocument(each))]
  for (const part of parts.filter(({ length }) => length > 0)) {
    const fields = Object.fromEntries(part)
    const found = await findPerson(node, actor, fields)
    const waiting = await findWaiting(node, actor, fields)
    const count = found.length + waiting.length
    if (count > 0) throw registerRefusals.refuse('records-held', { id, count })
  }
  const by = given.map(([field]) => field).join(', ')
  const { log, signAsLog } = await auditLogOf(node).keys()
  const within = actor.kind === 'terminal' ? 'node' : `country ${actor.country ?? '–'}`
  const text = `caudal none held\n${log.name}\nrequest ${id}\nwithin ${within}\nsearched by ${by}\non ${today}\n`
  const answered = { ...content, state: 'done', outcome: `none held; searched by ${by}` }
  await change(node, actor, 'request', id, version, async () => answered, 'none-held')
  return { certificate: writeNote(text, [signAsLog(text)]) }
}
