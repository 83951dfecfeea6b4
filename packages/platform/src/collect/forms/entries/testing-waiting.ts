import type { Actor } from '@caudal/methods/govern'
import { addVersion } from '../../../govern/registers/documents.ts'
import { putDocument } from '../../../govern/registers/service.ts'
import { findWaiting } from '../../../govern/requests/service.ts'
import type { CaudalNode } from '../../../store/index.ts'
import { receptionForm } from '../../testing-form.ts'
import { keepForm, mapForm, proposeMapping } from '../service.ts'
import { entryNumber } from '../testing-entries.ts'
import { enterRecord, type HandIn } from './service.ts'

/** SYNTHETIC: the reception centre whose records wait. */
export const place = { institution: 'hn-centro', country: 'HND' }
export const person = (
  id: string,
  role: Actor['roles'][number],
  more: Partial<Actor> = {},
): Actor => ({
  kind: 'person',
  id,
  roles: [role],
  ...place,
  undertakingUntil: '2099-12-31',
  ...more,
})
export const ana = person('ana', 'data-officer')
export const eva = person('eva', 'entry-clerk')
export const berta = person('berta', 'protection-officer')
export const today = '2026-06-01'
const surroundings = { today, now: '2026-06-01T10:00:00', language: 'es' }
export const dataset = 'hn-centro-recepcion'
export const nothing = async () => {}

/** A form that is kept and mapped as it is proposed, and a way to fill it in. */
export async function keepReception(node: CaudalNode, content = receptionForm()) {
  const workbook = { fileName: 'SYNTHETIC-form.xlsx', content }
  const { form } = await keepForm(node, ana, workbook)
  const proposed = await proposeMapping(node, ana, form.id, 'return')
  const fields = Object.fromEntries(
    proposed.fields.map(({ field, mapping }) => [field, mapping] as const),
  )
  const given = {
    recordType: 'return',
    dataset: proposed.dataset,
    licence: 'Internal use',
    fields: { ...fields, return_type: { constant: 'forced' } },
  }
  const mapping = await mapForm(node, ana, form.id, given)
  return {
    form: form.id,
    enter: (last: number, answers: object, more: { draft?: boolean; actor?: Actor } = {}) =>
      enterRecord(
        node,
        more.actor ?? ana,
        form.id,
        {
          id: entryNumber(last),
          answers: answers as Record<string, string>,
          revision: null,
          draft: more.draft ?? false,
          mapping,
          confirmed: [],
        },
        surroundings,
      ),
  }
}

/** Enters a verified request for what waits of the person with a document. */
export async function ask(
  node: CaudalNode,
  id: string,
  kind: string,
  document = '0801-1988-00001',
) {
  const entries = await findWaiting(node, berta, { document_number: document })
  const content = {
    kind,
    receivedOn: today,
    dueOn: '2026-07-01',
    owner: place.institution,
    identityCheckedBy: 'berta',
    records: [],
    entries,
    state: 'verified',
  }
  await putDocument(node, berta, { register: 'request', id, content, after: 0 })
  return entries
}

/** A node whose register of institutions has the centre. */
export async function openHere(openTestNode: () => Promise<CaudalNode>): Promise<CaudalNode> {
  const node = await openTestNode()
  const institution = { name: 'Centro', country: 'HND', contact: 'nobody@example.org' }
  await addVersion(node.register, 'institution', place.institution, institution, 0, 'test')
  return node
}

/** Under which code something is refused; undefined where it is not. */
export const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error as { code?: string }).code,
  )

/** What the newest work of handing in was given. */
export async function jobOf(node: CaudalNode): Promise<HandIn> {
  const [row] = await node.register.query<{ input: HandIn }>(
    "select input from jobs where kind = 'collect.take-in-entries' order by id desc limit 1",
  )
  return row!.input
}
