import { type CaudalNode, listBatches } from '../../store/index.ts'
import type { RecordPlace } from '../erasure/places-of-persons.ts'
import { columnsOf, plainSql, type SearchedIdentity, withIdentities } from './find-records.ts'

/** Fields that tell persons apart; a day of birth alone names nobody. */
const telling: readonly string[] = ['document_number', 'given_names', 'family_names']

/**
 * A record that may be the person's, though it does not say all that was looked for.
 *
 * - `open`: it says less and contradicts nothing: the same document, or two of the fields agree.
 * - `document`: it bears the same document number and another name or day of birth.
 */
export interface AlikeRecord extends RecordPlace {
  readonly by: 'open' | 'document'
}

/**
 * Records that are found where a search for whole identities passes them over, since they leave open what was looked
 * for: a return that was entered by its document alone. One batch at a time, as identities are plain in the workspace
 * alone.
 */
export async function findAlike(
  node: CaudalNode,
  searched: SearchedIdentity,
): Promise<AlikeRecord[]> {
  const found: AlikeRecord[] = []
  const fields = Object.keys(searched)
  const statuses = ['accepted', 'superseded', 'withdrawn'] as const
  if (!fields.some((field) => telling.includes(field))) return found
  for (const batch of await listBatches(node, { statuses })) {
    await withIdentities(node, batch, async (relation) => {
      const columns = await columnsOf(node, relation)
      const known = fields.filter((field) => columns.includes(field))
      if (!known.some((field) => telling.includes(field))) return
      const said = (field: string) => `coalesce(${plainSql(`"${field}"`)}, '')`
      const agrees = (field: string) =>
        `(${said(field)} <> '' and ${said(field)} = ${plainSql(`$${fields.indexOf(field) + 1}`)})`
      const count = (each: readonly string[]) =>
        each.length === 0 ? '0' : each.map((field) => `${agrees(field)}::integer`).join(' + ')
      const open = known.map((field) => `(${agrees(field)} or ${said(field)} = '')`).join(' and ')
      const sameDocument = known.includes('document_number') ? agrees('document_number') : 'false'
      const named = known.filter((field) => telling.includes(field))
      const rows = await node.lake.rows<{ id: string; open: boolean }>(
        `select record_id::varchar as id, (${open}) as open
         from ${relation}, (select ${fields.map((_, at) => `$${at + 1}::varchar`).join(', ')}) as asked
         where (${count(known)}) < ${fields.length}
           and (${sameDocument} or ((${open}) and (${count(known)}) >= 2 and (${count(named)}) >= 1))
         order by record_id`,
        fields.map((field) => searched[field]!),
      )
      found.push(
        ...rows.map(({ id, open: isOpen }) => ({
          batch: batch.id,
          recordId: id,
          by: isOpen ? ('open' as const) : ('document' as const),
        })),
      )
    })
  }
  return found
}
