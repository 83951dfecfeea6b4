import { type Actor, writeNote } from '@caudal/methods/govern'
import type { CaudalNode } from '../../../store/index.ts'
import { auditLogOf } from '../../audit/audit-log.ts'
import { authorise } from '../../authorise.ts'
import { change, refuseUnready } from '../../registers/change-document.ts'
import { checkCountry } from '../../registers/kept-country.ts'
import { getDocument } from '../../registers/documents.ts'
import { registerRefusals } from '../../registers/refusals.ts'
import { checkSearched, namingFields } from '../check-searched.ts'
import { noteSearch } from '../note-search.ts'
import { checkSearcher } from '../reach.ts'
import { findWaiting } from '../service.ts'
import { lookAgain, type NamesPersons, type Unsearched } from './look-again.ts'

export { namingFields, type NamesPersons, type Unsearched }

type Searched = Readonly<Partial<Record<(typeof namingFields)[number], string | undefined>>>

/**
 * Answers a verified request that names no record: nothing is held of the person within the officer's reach. It is looked for
 * anew, by the document alone and by all else together, since one slip in either would hide somebody. Where names were
 * erased, or never came, nobody can be looked for: the answer says how many records and files that are. The log and the
 * certificate keep the fields, never what was looked for.
 *
 * @param namesPersons which types of record name persons
 * @throws {Refusal} registers.records-held where something is found after all, registers.request-names-records,
 *   registers.request-not-verified, registers.nothing-searched,
 *   registers.field-names-nobody
 * @see docs/decisions/0117-none-held-says-where-it-cannot-look.md
 */
export async function answerNoneHeld(
  node: CaudalNode,
  actor: Actor,
  id: string,
  searched: Searched,
  today: string,
  namesPersons: NamesPersons,
): Promise<{ readonly certificate: string; readonly unsearched: Unsearched }> {
  await authorise(node, actor, 'govern.answer-requests', `request:${id}`)
  const { content, version } = await getDocument(node.register, 'request', id)
  await checkCountry(node, actor, 'govern.answer-requests', 'request', id, content)
  const { state, records, entries = [] } = content
  if (state !== 'verified') {
    throw refuseUnready(id, content)
  }
  if (records.length + entries.length > 0) {
    throw registerRefusals.refuse('request-names-records', { id })
  }
  const given = namingFields.flatMap((field) => {
    const value = searched[field]?.trim() ?? ''
    return value === '' ? [] : [[field, value] as const]
  })
  checkSearched(Object.fromEntries(given))
  await checkSearcher(node, actor)
  await noteSearch(node, actor, 'find', Object.fromEntries(given))
  const { found, unsearched } = await lookAgain(node, actor, given, namesPersons)
  const isDocument = ([field]: (typeof given)[number]) => field === 'document_number'
  const parts = [given.filter(isDocument), given.filter((each) => !isDocument(each))]
  let waiting = 0
  for (const part of parts.filter(({ length }) => length > 0)) {
    waiting += (await findWaiting(node, actor, Object.fromEntries(part))).length
  }
  const count = found + waiting
  if (count > 0) throw registerRefusals.refuse('records-held', { id, count })
  const by = given.map(([field]) => field).join(', ')
  const { log, signAsLog } = await auditLogOf(node).keys()
  const within = actor.kind === 'terminal' ? 'node' : `country ${actor.country ?? '–'}`
  const beyond = saidUnsearched(unsearched)
  const not = beyond === '' ? '' : `not searched ${beyond}\n`
  const text = `caudal none held\n${log.name}\nrequest ${id}\nwithin ${within}\nsearched by ${by}\n${not}on ${today}\n`
  const outcome = `none held; searched by ${by}${beyond === '' ? '' : `; not searched: ${beyond}`}`
  const certificate = writeNote(text, [signAsLog(text)])
  const answered = { ...content, state: 'done', outcome, certificate }
  await change(node, actor, 'request', id, version, async () => answered, 'none-held')
  return { certificate, unsearched }
}

/** What could not be searched, as a certificate says it; '' where all could. */
function saidUnsearched({ records, batches, files }: Unsearched): string {
  return [
    ...(records > 0 ? [`records without names ${records} in batches ${batches}`] : []),
    ...(files > 0 ? [`files not imported ${files}`] : []),
  ].join(', ')
}
