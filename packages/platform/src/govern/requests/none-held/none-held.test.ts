import { readNote, verifyNote } from '@caudal/methods/govern'
import { expect, it } from 'vitest'
import { namesPersons } from '../../../collect/correction/names-persons.ts'
import { receiveCrossings } from '../../../collect/testing-crossings.ts'
import type { CaudalNode } from '../../../store/index.ts'
import { describeOnPostgres } from '../../../store/testing.ts'
import { auditLogOf } from '../../audit/audit-log.ts'
import { verifySignature } from '../../audit/log-keys.ts'
import { getDocument } from '../../registers/documents.ts'
import { listDue } from '../../registers/service.ts'
import { destroyBatchKey } from '../../keys/service.ts'
import { officer, putAs, today, verified } from '../../testing-documents.ts'
import { withInstitutions } from '../../testing-institutions.ts'
import { findPerson } from '../service.ts'
import { answerNoneHeld } from './service.ts'

/** Enters a request for which nothing was found. */
async function ask(node: CaudalNode, id: string, more: object = {}): Promise<void> {
  await putAs(node, officer, 'request', id, { ...verified, ...more })
}

const xochitl = { documento: 'P1', nombres: 'Xóchitl', apellidos: 'Quetzal' }

const receive = (
  node: CaudalNode,
  ...persons: readonly Parameters<typeof receiveCrossings>[1][number][]
) => receiveCrossings(node, persons.length === 0 ? [xochitl] : persons, `${persons.length}.csv`)

describeOnPostgres('A request of a person of whom nothing is held', ({ openNode: open }) => {
  const openNode = withInstitutions(open)

  it('has its deadline, and is answered so under the node’s signature, by fields and no value', async () => {
    const node = await openNode()
    await receive(node)
    await ask(node, 'r1')
    const due = () => listDue(node, officer, '2026-07-02T00:00:00Z')
    expect(await due()).toEqual([{ register: 'request', id: 'r1', by: '2026-07-01', late: true }])

    const searched = { document_number: 'Z-99', family_names: 'Tlaloc', given_names: ' ' }
    const { certificate } = await answerNoneHeld(node, officer, 'r1', searched, today, namesPersons)
    const note = readNote(certificate)!
    const { log } = await auditLogOf(node).keys()
    expect(note.text).toBe(
      `caudal none held\n${log.name}\nrequest r1\nwithin country HND\nsearched by document_number, family_names\non ${today}\n`,
    )
    expect(verifyNote(note, [log], verifySignature)).toHaveLength(1)
    expect(await due()).toEqual([])
    const { content } = await getDocument(node.register, 'request', 'r1')
    expect(content).toMatchObject({
      certificate,
      state: 'done',
      outcome: 'none held; searched by document_number, family_names',
    })
    const entries = await node.register.query<{ entry: string }>('select entry from audit_entries')
    expect(entries.filter(({ entry }) => entry.includes('none-held'))).toHaveLength(1)
    expect(entries.filter(({ entry }) => /Z-99|Tlaloc/i.test(entry))).toEqual([])
  })

  it('is not answered so where the document or the names alone are held after all', async () => {
    const node = await openNode()
    await receive(node)
    await ask(node, 'r1')
    const answer = (searched: Parameters<typeof answerNoneHeld>[3]) =>
      answerNoneHeld(node, officer, 'r1', searched, today, namesPersons)
    // all of it together agrees with nobody, and would hide the person behind one slip
    for (const searched of [
      { document_number: 'p1', family_names: 'Ketzal' },
      { document_number: 'P-2', given_names: 'XOCHITL', family_names: 'quetzal' },
    ]) {
      expect(await findPerson(node, officer, searched)).toEqual([])
      await expect(answer(searched)).rejects.toMatchObject({
        code: 'registers.records-held',
        details: { count: 1 },
      })
    }
    for (const nobody of [{}, { document_number: ' ' }]) {
      await expect(answer(nobody)).rejects.toMatchObject({ code: 'registers.nothing-searched' })
    }
    expect((await getDocument(node.register, 'request', 'r1')).content.state).toBe('verified')
  })

  it('is answered once, when the identity is checked, and not where it names records', async () => {
    const node = await openNode()
    await receive(node)
    const searched = { document_number: 'Z-99' }
    const answer = (id: string, actor = officer) =>
      answerNoneHeld(node, actor, id, searched, today, namesPersons)
    await ask(node, 'r1', { state: 'received', identityCheckedBy: undefined })
    await expect(answer('r1')).rejects.toMatchObject({ code: 'registers.request-not-verified' })
    const [held] = await findPerson(node, officer, { document_number: 'P1' })
    await ask(node, 'r2', { records: [{ batch: held!.batch, record: held!.recordId }] })
    await expect(answer('r2')).rejects.toMatchObject({ code: 'registers.request-names-records' })
    await ask(node, 'r3')
    await expect(answer('r3', { ...officer, roles: ['auditor'] })).rejects.toMatchObject({
      code: expect.stringMatching(/^policy\./) as string,
    })
    // two at once: one of them answers
    const both = await Promise.allSettled([answer('r3'), answer('r3')])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(answer('r3')).rejects.toMatchObject({ code: 'registers.request-not-verified' })
  })

  it('is told how many records bear no name any more, or never did, where nobody can be looked for', async () => {
    const node = await openNode()
    await receive(node)
    const erased = await receive(node, xochitl, { documento: 'P2', nombres: 'N', apellidos: 'A' })
    const nameless = { documento: '', nombres: '', apellidos: '' }
    await receive(node, xochitl, nameless, { documento: 'P3', nombres: 'N', apellidos: 'A' })
    await destroyBatchKey(node, officer, erased)
    await ask(node, 'r1')
    const searched = { document_number: 'Z-99', family_names: 'Tlaloc' }
    const answer = await answerNoneHeld(node, officer, 'r1', searched, today, namesPersons)
    expect(answer.unsearched).toEqual({ records: 3, batches: 2, files: 0 })
    expect(readNote(answer.certificate)!.text).toContain(
      '\nnot searched records without names 3 in batches 2\non ',
    )
    const { content } = await getDocument(node.register, 'request', 'r1')
    expect(content.outcome).toBe(
      'none held; searched by document_number, family_names; not searched: records without names 3 in batches 2',
    )
  })

  it('is found by what a record tells, where it leaves the rest open, and by a document without its signs', async () => {
    const node = await openNode()
    await receive(node, { documento: '', nombres: '', apellidos: 'Quetzal' })
    await receive(node, { documento: 'AB-12 3', nombres: '', apellidos: '', nacimiento: '' })
    await ask(node, 'r1')
    const answer = (searched: Parameters<typeof answerNoneHeld>[3]) =>
      answerNoneHeld(node, officer, 'r1', searched, today, namesPersons)
    for (const searched of [
      { given_names: 'Xóchitl', family_names: 'Quetzal', birth_date: '1988-08-17' },
      { document_number: 'ab123' },
      { family_names: ' quetzal ' },
    ]) {
      await expect(answer(searched)).rejects.toMatchObject({
        code: 'registers.records-held',
        details: { count: 1 },
      })
    }
    // and the search of the desk finds it as well, or nobody could name it in the request
    expect(await findPerson(node, officer, { document_number: 'ab 123' })).toHaveLength(1)
    // one surname is not one person, and another day of birth is another person
    const cousin = { given_names: 'Itzel', family_names: 'Quetzal', birth_date: '1990-01-01' }
    expect((await answer(cousin)).unsearched).toEqual({ records: 0, batches: 0, files: 0 })
  })
})
