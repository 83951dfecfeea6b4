import { type Actor, readNote, verifyNote } from '@caudal/methods/govern'
import { expect, it } from 'vitest'
import { withdraw } from '../../collect/institution/service.ts'
import { listFindings } from '../../collect/service.ts'
import { buildCubes, createCubeReader } from '../../measure/service.ts'
import { type CaudalNode, getBatch } from '../../store/index.ts'
import { byDocument, receiveCrossings } from '../../collect/testing-crossings.ts'
import { describeOnPostgres } from '../../store/testing.ts'
import { auditLogOf } from '../audit/audit-log.ts'
import { verifySignature } from '../audit/log-keys.ts'
import { verifyLog } from '../audit/service.ts'
import { acknowledgeNotice, tellRecipient } from '../notices/service.ts'
import { addVersion, getDocument } from '../registers/documents.ts'
import { listDue, listRegister, signAgreement } from '../registers/service.ts'
import { terminalActor } from '../terminal-actor.ts'
import { keeper, statistician } from '../testing-actors.ts'
import { agreement, now, officer, putAs, today, verified } from '../testing-documents.ts'
import { withInstitutions } from '../testing-institutions.ts'
import {
  answerAccess,
  correctForRequest,
  eraseForRequest,
  findPerson,
  liftForRequest,
  restrictForRequest,
} from './service.ts'

const onward = { ...agreement, onwardTo: ['hn-bcie'] }

const put = (node: CaudalNode, register: string, id: string, content: object, after = 0) =>
  putAs(node, officer, register, id, content, after)

const institutionOf = (country: string) => ({ name: 'IGM', country, contact: 'nobody@example.org' })
const nothing = async () => {}

const receive = (node: CaudalNode, name?: string, ...more: string[]) =>
  receiveCrossings(node, byDocument(...more), name)

async function share(node: CaudalNode): Promise<void> {
  await put(node, 'agreement', 'ine', onward)
  await signAgreement(node, officer, 'ine', 'provider', today)
  await signAgreement(node, terminalActor('protection-officer'), 'ine', 'recipient', today)
}

/** Puts a verified request for the records of one document. */
async function ask(node: CaudalNode, id: string, kind: string, document: string): Promise<void> {
  const places = await findPerson(node, officer, { document_number: document })
  const records = places.map(({ batch, recordId }) => ({ batch, record: recordId }))
  await put(node, 'request', id, request(kind, records))
}

const build = async (node: CaudalNode) => void (await buildCubes(node, statistician))

/** Arrivals that the cube of movements counts. */
async function countOf(node: CaudalNode): Promise<number> {
  const reader = createCubeReader(node, { memory: 0 })
  return (await reader.open('movements')).manifest.records
}

const request = (
  kind: string,
  records: { batch: number; record: string }[],
  state = 'verified',
) => ({ ...verified, kind, records, state })

describeOnPostgres('A request of a person', ({ openNode: open }) => {
  const openNode = withInstitutions(open)

  it('finds the records by what names the person, and the log does not learn it', async () => {
    const node = await openNode()
    await receive(node)
    const found = await findPerson(node, officer, { document_number: ' p2 ' })
    expect(found).toHaveLength(1)
    expect(await findPerson(node, officer, { given_names: 'NP2', document_number: 'P1' })).toEqual(
      [],
    )
    const [row] = await node.register.query<{ entry: string }>(
      "select entry from audit_entries where entry like '%document_number%'",
    )
    expect(row!.entry).toContain('document_number')
    expect(row!.entry.toLowerCase()).not.toContain('p2')
  })

  it('for access gives all fields, once the identity is checked', async () => {
    const node = await openNode()
    await receive(node)
    const [place] = await findPerson(node, officer, { document_number: 'P2' })
    const records = [{ batch: place!.batch, record: place!.recordId }]
    const { identityCheckedBy: _, ...unchecked } = request('access', records, 'received')
    await put(node, 'request', 'r1', unchecked)
    await expect(answerAccess(node, officer, 'r1', today)).rejects.toMatchObject({
      code: 'registers.request-not-verified',
    })
    await put(node, 'request', 'r1', request('access', records), 1)
    const answer = await answerAccess(node, officer, 'r1', today)
    expect(answer.records).toMatchObject([
      {
        dataset: 'crossings',
        title: { es: 'SYNTHETIC: cruces' },
        record: { document_number: 'P2', citizenship: 'GTM' },
      },
    ])
    expect(await listDue(node, officer, now)).toEqual([])

    // what was lost on the way is given again, by those alone who may, and the log says so
    expect(await answerAccess(node, officer, 'r1', today)).toEqual(answer)
    const strange: Actor = { ...officer, institution: 'gt-igm', country: 'GTM' }
    await expect(answerAccess(node, strange, 'r1', today)).rejects.toMatchObject({
      code: 'policy.another-country',
    })
    const again = await node.register.query(
      `select from audit_entries where entry like '%access-again%'`,
    )
    expect(again).toHaveLength(1)
    expect((await getDocument(node.register, 'request', 'r1')).version).toBe(3)
  })

  it('for erasure leaves nothing of the person, tells the recipients and certifies it', async () => {
    const node = await openNode()
    await receive(node)
    await share(node)
    const [place] = await findPerson(node, officer, { document_number: 'P2' })
    await put(
      node,
      'request',
      'r2',
      request('erasure', [{ batch: place!.batch, record: place!.recordId }]),
    )
    let rebuilt = 0
    const done = await eraseForRequest(node, officer, 'r2', today, async () => {
      rebuilt += 1
    })
    expect(done.erased).toBe(1)
    expect(done.recipients.map(({ recipient }) => recipient)).toEqual(['hn-ine', 'hn-bcie'])
    expect(rebuilt).toBe(1)
    expect(await findPerson(node, officer, { document_number: 'P2' })).toEqual([])
    expect(await findPerson(node, officer, { document_number: 'P1' })).toHaveLength(1)
    const { log } = await auditLogOf(node).keys()
    const note = readNote(done.certificate)!
    // it stays with the request, and nobody else writes one
    const { content, version } = await getDocument(node.register, 'request', 'r2')
    expect(content.certificate).toBe(done.certificate)
    const forged = { ...content, certificate: 'caudal erasure' }
    await expect(put(node, 'request', 'r2', forged, version)).rejects.toMatchObject({
      code: 'registers.set-by-act',
    })
    expect(verifyNote(note, [log], verifySignature)).toHaveLength(1)
    expect(note.text).toContain('request r2\nrecords 1\n')
    expect(note.text).not.toContain('P2')
    await expect(eraseForRequest(node, officer, 'r2', today, async () => {})).rejects.toMatchObject(
      { code: 'registers.request-not-verified' },
    )
    expect((await verifyLog(node, terminalActor('auditor'))).findings).toEqual([])
  })

  it('for restriction sets the records aside: they count nowhere until it is lifted', async () => {
    const node = await openNode()
    const batch = await receive(node)
    await build(node)
    expect(await countOf(node)).toBe(3)
    await ask(node, 'r3', 'restriction', 'P3')
    expect(await restrictForRequest(node, officer, 'r3', today, () => build(node))).toMatchObject({
      restricted: 1,
    })
    expect(await countOf(node)).toBe(2)
    expect(await getBatch(node, batch)).toMatchObject({ rowsAccepted: 2, rowsWithheld: 1 })
    // the rights of the person still reach them
    await ask(node, 'r4', 'access', 'P3')
    const { records } = await answerAccess(node, officer, 'r4', today)
    expect(records).toMatchObject([{ record: { document_number: 'P3', given_names: 'NP3' } }])

    await liftForRequest(node, officer, 'r3', 'the dispute is settled', today, () => build(node))
    expect(await countOf(node)).toBe(3)
    expect(await getBatch(node, batch)).toMatchObject({ rowsAccepted: 3, rowsWithheld: 0 })
    const again = liftForRequest(node, officer, 'r3', 'twice', today, nothing)
    await expect(again).rejects.toMatchObject({ code: 'registers.nothing-to-lift' })
  })

  it('for erasure reaches what was set aside', async () => {
    const node = await openNode()
    const batch = await receive(node)
    await ask(node, 'r3', 'restriction', 'P3')
    await restrictForRequest(node, officer, 'r3', today, nothing)
    await ask(node, 'r5', 'erasure', 'P3')
    expect(await eraseForRequest(node, officer, 'r5', today, nothing)).toMatchObject({ erased: 1 })
    expect(await getBatch(node, batch)).toMatchObject({ rowsAccepted: 2, rowsWithheld: 0 })
    expect(await findPerson(node, officer, { document_number: 'P3' })).toEqual([])
  })

  it('for correction changes the records, and tells everybody who was given them', async () => {
    const node = await openNode()
    await receive(node)
    await share(node)
    await ask(node, 'r6', 'correction', 'P1')
    const wrong = correctForRequest(node, officer, 'r6', { age: 'forty' }, today, nothing)
    await expect(wrong).rejects.toMatchObject({ code: 'store.value-does-not-fit' })
    const values = { family_names: "O'Higgins", sex: 'M' }
    const done = await correctForRequest(node, officer, 'r6', values, today, nothing)
    expect(done).toEqual({
      corrected: 1,
      recipients: [
        { recipient: 'hn-ine', through: 'agreement:ine' },
        { recipient: 'hn-bcie', through: 'agreement:ine' },
      ],
    })
    expect(await findPerson(node, officer, { family_names: "O'Higgins" })).toHaveLength(1)
    await ask(node, 'r7', 'access', 'P1')
    const { records } = await answerAccess(node, officer, 'r7', today)
    expect(records).toMatchObject([{ record: { sex: 'M', family_names: "O'Higgins" } }])
    await ask(node, 'r8', 'access', 'P2')
    const other = await answerAccess(node, officer, 'r8', today)
    expect(other.records).toMatchObject([{ record: { sex: 'F' } }])
    const rows = await node.register.query<{ entry: string }>('select entry from audit_entries')
    expect(rows.filter(({ entry }) => entry.includes('Higgins'))).toEqual([])
    const docs = await node.register.query<{ text: string }>(
      'select content::text as text from register_documents',
    )
    expect(docs.filter(({ text }) => text.includes('Higgins'))).toEqual([])
  })

  it('for correction of what another is correcting is told so, and neither correction is lost', async () => {
    const node = await openNode()
    await receive(node)
    const correct = (id: string, values: Record<string, string>) =>
      correctForRequest(node, officer, id, values, today, nothing)
    // two that happen to be made one after the other are both made: tried until they meet
    let late: string | undefined
    for (let turn = 0; late === undefined && turn < 6; turn += 1) {
      const wishes = {
        [`sex-${turn}`]: { sex: turn % 2 === 0 ? 'M' : 'F' },
        [`name-${turn}`]: { family_names: `Mejía ${turn}` },
      }
      for (const id of Object.keys(wishes)) await ask(node, id, 'correction', 'P1')
      const both = await Promise.allSettled(
        Object.entries(wishes).map(([id, values]) => correct(id, values)),
      )
      const refused = both.findIndex(({ status }) => status === 'rejected')
      if (refused >= 0) {
        expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
        const { reason } = both[refused] as PromiseRejectedResult
        expect(reason).toMatchObject({ code: 'store.batch-changed' })
        late = Object.keys(wishes)[refused]!
        await correct(late, wishes[late]!)
      }
      const access = `access-${turn}`
      await ask(node, access, 'access', 'P1')
      const { records } = await answerAccess(node, officer, access, today)
      expect(records).toMatchObject([{ record: Object.assign({}, ...Object.values(wishes)) }])
    }
    expect(late).toBeDefined()
  })

  it('leaves a notice for each recipient, due until it is acknowledged', async () => {
    const node = await openNode()
    await receive(node)
    await share(node)
    await ask(node, 'r2', 'erasure', 'P2')
    await eraseForRequest(node, officer, 'r2', today, nothing)
    const due = await listDue(node, officer, now)
    expect(due).toEqual([
      { register: 'notice', id: 'r2-erasure-1', by: '2026-07-01', late: false },
      { register: 'notice', id: 'r2-erasure-2', by: '2026-07-01', late: false },
    ])
    const clerk: Actor = { ...officer, id: 'eva', roles: ['data-officer'], institution: 'hn-ine' }
    const early = acknowledgeNotice(node, clerk, 'r2-erasure-1', today)
    await expect(early).rejects.toMatchObject({ code: 'registers.not-told-yet' })
    await tellRecipient(node, officer, 'r2-erasure-1', today)
    const strange = acknowledgeNotice(
      node,
      { ...clerk, institution: 'hn-rnp' },
      'r2-erasure-1',
      today,
    )
    await expect(strange).rejects.toMatchObject({ code: 'registers.not-of-the-party' })
    await acknowledgeNotice(node, clerk, 'r2-erasure-1', today)
    expect((await listDue(node, officer, now)).map(({ id }) => id)).toEqual(['r2-erasure-2'])
  })

  it('whose records come in again after an erasure is a finding, and counts nowhere', async () => {
    const node = await openNode()
    const first = await receive(node)
    await ask(node, 'r2', 'erasure', 'P2')
    await eraseForRequest(node, officer, 'r2', today, nothing)
    const rows = await node.register.query<{ text: string }>(
      'select e::text as text from erased_persons as e',
    )
    expect(rows).toHaveLength(2)
    expect(rows.map(({ text }) => text).join()).not.toMatch(/NP2|P2|1988/i)

    await withdraw(node, keeper, first, 'sent again')
    const batch = await receive(node, 'otra.csv', 'P4')
    const { findings } = await listFindings(node, keeper, batch)
    expect(findings).toEqual([
      expect.objectContaining({ record: 2, line: 3, rule: 'person.erased', value: '•••' }),
    ])
    expect(await getBatch(node, batch)).toMatchObject({ rowsAccepted: 3, rowsWithheld: 1 })
    await build(node)
    expect(await countOf(node)).toBe(3)
    const due = await listDue(node, officer, now)
    expect(due.map(({ id }) => id)).toEqual([`erased-again-${batch}`])
    await eraseForRequest(node, officer, `erased-again-${batch}`, today, nothing)
    expect(await findPerson(node, officer, { document_number: 'P2' })).toEqual([])
  })

  it('who has crossed anew after an erasure counts again once that is decided', async () => {
    const node = await openNode()
    const first = await receive(node)
    await ask(node, 'r2', 'erasure', 'P2')
    await eraseForRequest(node, officer, 'r2', today, nothing)
    await withdraw(node, keeper, first, 'sent again')
    const id = `erased-again-${await receive(node, 'otra.csv')}`
    await build(node)
    expect(await countOf(node)).toBe(2)
    await expect(liftForRequest(node, officer, id, 'why', today, nothing)).rejects.toMatchObject({
      code: 'registers.nothing-to-lift',
    })
    const { content } = await getDocument(node.register, 'request', id)
    await put(node, 'request', id, { ...content, state: 'refused', outcome: 'crossed anew' }, 1)
    await liftForRequest(node, officer, id, 'crossed anew', today, () => build(node))
    expect(await countOf(node)).toBe(3)
    await expect(liftForRequest(node, officer, id, 'why', today, nothing)).rejects.toMatchObject({
      code: 'registers.nothing-to-lift',
    })
  })

  it('is answered within the country, under an undertaking, and by nobody else', async () => {
    const node = await openNode()
    await receive(node)
    await ask(node, 'r9', 'access', 'P1')
    const { undertakingUntil: _, ...unsigned } = officer
    const strange: Actor = { ...officer, institution: 'gt-igm', country: 'GTM' }
    expect(await findPerson(node, strange, { document_number: 'P1' })).toEqual([])
    for (const [actor, code] of [
      [unsigned, 'policy.undertaking-missing'],
      [strange, 'policy.another-country'],
    ] as const) {
      await expect(answerAccess(node, actor, 'r9', today)).rejects.toMatchObject({ code })
    }
    // whoever may see nobody is not told that there is nobody
    for (const [actor, code] of [
      [unsigned, 'policy.undertaking-missing'],
      [{ ...officer, country: '' }, 'policy.country-missing'],
    ] as const) {
      const search = findPerson(node, actor, { document_number: 'P1' })
      await expect(search).rejects.toMatchObject({ code })
    }
    // a request of one's own country that names records of another is answered by nobody
    await addVersion(node.register, 'institution', 'gt-igm', institutionOf('GTM'), 0, 'test')
    const { content } = await getDocument(node.register, 'request', 'r9')
    await addVersion(node.register, 'request', 'r10', { ...content, owner: 'gt-igm' }, 0, 'eva')
    await expect(answerAccess(node, strange, 'r10', today)).rejects.toMatchObject({
      code: 'policy.agreement-missing',
    })
    // and each country sees its own alone
    for (const [actor, id] of [
      [strange, 'r10'],
      [officer, 'r9'],
    ] as const) {
      const listed = await listRegister(node, actor, 'request')
      expect(listed).toMatchObject([{ id, content: { state: 'verified' } }])
    }
  })
})
