import type { Actor } from '@caudal/methods/govern'
import type { Refusal } from '@caudal/methods/vocabulary'
import { expect, it } from 'vitest'
import { importFile } from '../../collect/service.ts'
import { crossing, crossings, crossingsProfile, writeImport } from '../../collect/testing-import.ts'
import type { CaudalNode } from '../../store/index.ts'
import { describeOnPostgres } from '../../store/testing.ts'
import { acknowledgeNotice, listNotices, tellRecipient } from '../notices/service.ts'
import { answerNoneHeld } from '../requests/none-held/service.ts'
import { eraseForRequest, restrictForRequest } from '../requests/service.ts'
import { terminalActor } from '../terminal-actor.ts'
import { keeper } from '../testing-actors.ts'
import {
  activity,
  agreement,
  derogation,
  now,
  officer,
  putAs,
  received,
  today,
} from '../testing-documents.ts'
import { withInstitutions } from '../testing-institutions.ts'
import { addVersion, listVersions } from './documents.ts'
import {
  approve,
  listDue,
  listRegister,
  readHistory,
  readWithPeople,
  revokeDerogation,
  signAgreement,
} from './service.ts'

const ofHonduras = officer
const ofGuatemala: Actor = { ...ofHonduras, id: 'gina', institution: 'gt-igm', country: 'GTM' }
const ofNowhere: Actor = { ...ofHonduras, id: 'nora', institution: '', country: '' }
const request = received

/** What documents of Honduras there are, one of each register whose documents are of a country. */
const documents = [
  ['institution', 'hn-dinaf', { name: 'DINAF', country: 'HND', contact: 'nobody@example.org' }],
  ['activity', 'crossings', activity],
  ['dataset', 'crossings', { owner: 'hn-inm', country: 'HND', activity: 'crossings' }],
  ['agreement', 'ine', agreement],
  ['request', 'r1', request],
  ['complaint', 'c1', { receivedOn: today, what: 'late', request: 'r1', dueOn: '2026-07-01' }],
] as const

/** Brings a file of the dataset `crossings`, of Honduras, as whoever runs the node: nobody is entered as its owner. */
async function bringCrossings(node: CaudalNode): Promise<void> {
  const { file, profile } = writeImport(crossings(crossing()), {
    profile: crossingsProfile({ country: 'HND' }),
  })
  await importFile(node, keeper, { file, profile })
}

async function openTwoCountries(open: () => Promise<CaudalNode>): Promise<CaudalNode> {
  const node = await open()
  const content = { name: 'IGM', country: 'GTM', contact: 'nobody@example.org' }
  await addVersion(node.register, 'institution', 'gt-igm', content, 0, 'test')
  return node
}

/** Accounts of the protection officers of Honduras and Guatemala. */
async function enterOfficers(node: CaudalNode): Promise<{ berta: Actor; gina: Actor }> {
  const ids = new Map<string, string>()
  for (const [name, institution, country] of [
    ['berta', 'hn-inm', 'HND'],
    ['gina', 'gt-igm', 'GTM'],
  ] as const) {
    const [row] = await node.register.query<{ id: string }>(
      `insert into accounts (id, name, name_key, shown_name, language, roles, institution, country, created_at)
       values (gen_random_uuid(), $1, $1, $1, 'es', '{protection-officer}', $2, $3, now())
       returning id::text as id`,
      [name, institution, country],
    )
    ids.set(name, row!.id)
  }
  return {
    berta: { ...ofHonduras, id: ids.get('berta')! },
    gina: { ...ofGuatemala, id: ids.get('gina')! },
  }
}

describeOnPostgres('A document of the registers', ({ openNode: open }) => {
  const openNode = () => openTwoCountries(withInstitutions(open))

  it('is kept by the country of its institutions, whatever it says and has said', async () => {
    const node = await openNode()
    await bringCrossings(node)
    for (const [register, id, content] of documents) {
      for (const [stranger, code] of [
        [ofGuatemala, 'policy.another-country'],
        [ofNowhere, 'policy.country-missing'],
      ] as const) {
        const written = putAs(node, stranger, register, id, content)
        await expect(written, register).rejects.toMatchObject({ code })
      }
      expect(await listVersions(node.register, register, id)).toEqual([])
      await putAs(node, ofHonduras, register, id, content)
      const again = putAs(node, ofGuatemala, register, id, content, 1)
      await expect(again, register).rejects.toMatchObject({ code: 'policy.another-country' })
    }
    // nor is anything taken over by writing it as one’s own
    for (const [register, id, content] of [
      ['dataset', 'crossings', { owner: 'gt-igm', country: 'GTM', activity: 'crossings' }],
      ['activity', 'crossings', { ...activity, controller: 'gt-igm' }],
      ['request', 'r1', { ...request, owner: 'gt-igm', state: 'refused', outcome: 'no' }],
      ['institution', 'hn-dinaf', { name: 'DINAF', country: 'GTM', contact: 'x@example.org' }],
    ] as const) {
      for (const actor of [ofGuatemala, ofHonduras]) {
        const moved = putAs(node, actor, register, id, content, 1)
        await expect(moved, register).rejects.toMatchObject({ code: 'policy.another-country' })
      }
      expect(await listVersions(node.register, register, id)).toHaveLength(1)
    }
  })

  it('of a dataset that nobody owns yet is entered by the country that its files came from', async () => {
    const node = await openNode()
    await bringCrossings(node)
    const taken = { owner: 'gt-igm', country: 'GTM', activity: 'crossings' }
    await expect(putAs(node, ofGuatemala, 'dataset', 'crossings', taken)).rejects.toMatchObject({
      code: 'policy.another-country',
    })
    await putAs(node, ofHonduras, 'activity', 'crossings', activity)
    const own = { owner: 'hn-inm', country: 'HND', activity: 'crossings' }
    await putAs(node, ofHonduras, 'dataset', 'crossings', own)
  })

  it('of two countries is drawn up by either of them, and signed by each for itself', async () => {
    const node = await openNode()
    const recipient = { institution: 'gt-igm', country: 'GTM' }
    await putAs(node, ofHonduras, 'agreement', 'both', { ...agreement, recipient })
    await putAs(node, ofGuatemala, 'agreement', 'both', { ...agreement, recipient, title: 'X' }, 1)
    await expect(signAgreement(node, ofGuatemala, 'both', 'provider', today)).rejects.toMatchObject(
      { code: 'registers.not-of-the-party' },
    )
  })

  it('of the whole node is kept by any protection officer, and institutions by the administrator', async () => {
    const node = await openNode()
    const assessment = { title: 'Linkage', risks: [{ risk: 'a', measure: 'b' }] }
    await putAs(node, ofHonduras, 'assessment', 'a1', assessment)
    expect(await approve(node, ofGuatemala, 'assessment', 'a1', now)).toMatchObject({ version: 2 })
    const administrator: Actor = { ...ofNowhere, roles: ['administrator'] }
    const content = { name: 'DGME', country: 'SLV', contact: 'nobody@example.org' }
    expect(await putAs(node, administrator, 'institution', 'sv-dgme', content)).toMatchObject({
      version: 1,
    })
  })

  it('is about an institution that stays in its country, whichever account moves it', async () => {
    const node = await openNode()
    const administrator: Actor = { ...ofNowhere, roles: ['administrator'] }
    const content = { name: 'INM', country: 'HND', contact: 'nobody@example.org' }
    await putAs(node, administrator, 'institution', 'hn-inm', content, 1)
    const moved = { ...content, country: 'GTM' }
    await expect(
      putAs(node, administrator, 'institution', 'hn-inm', moved, 2),
    ).rejects.toMatchObject({ code: 'registers.country-kept' })
    const machine = terminalActor('administrator')
    await putAs(node, machine, 'institution', 'hn-inm', moved, 2)
  })

  it('of a breach or a complaint is of the country of the institution that it names', async () => {
    const node = await openNode()
    const breach = {
      noticedAt: '2026-05-29T10:00:00Z',
      what: 'a lost disk',
      personsAffected: 3,
      measures: 'its key was destroyed',
    }
    const complaint = { receivedOn: today, what: 'nobody answers', dueOn: '2026-07-01' }
    const auditor: Actor = { ...ofNowhere, roles: ['auditor'] }
    for (const [register, general] of [
      ['breach', breach],
      ['complaint', complaint],
    ] as const) {
      const ofAll = { ...general, institution: null }
      const own = { ...general, institution: 'hn-inm' }
      const foreign = { ...general, institution: 'gt-igm' }
      const refusal = { code: 'policy.another-country' }
      await expect(putAs(node, ofGuatemala, register, 'x1', own)).rejects.toMatchObject(refusal)
      await putAs(node, ofHonduras, register, 'x1', own)
      for (const changed of [own, foreign, general, ofAll]) {
        const written = putAs(node, ofGuatemala, register, 'x1', changed, 1)
        await expect(written, register).rejects.toMatchObject(refusal)
      }
      await expect(readHistory(node, ofGuatemala, register, 'x1')).rejects.toMatchObject(refusal)
      // what is of the whole node is made one country's by the one that has entered it, and no other
      await putAs(node, ofHonduras, register, 'x2', ofAll)
      const listed = async (actor: Actor) =>
        (await listRegister(node, actor, register)).map(({ id }) => id)
      expect(await listed(ofGuatemala)).toEqual(['x2'])
      await putAs(node, ofHonduras, register, 'x2', own, 1)
      expect([await listed(ofGuatemala), await listed(ofHonduras), await listed(auditor)]).toEqual([
        [],
        ['x1', 'x2'],
        ['x1', 'x2'],
      ])
    }
    expect(await listDue(node, ofGuatemala, '2026-08-01T00:00:00Z')).toEqual([])
    expect(await listDue(node, ofHonduras, '2026-08-01T00:00:00Z')).toHaveLength(4)
  })

  it('of the whole node is changed by the country that entered it and at the machine, and read by all', async () => {
    const node = await openNode()
    const { berta, gina } = await enterOfficers(node)
    const breach = {
      noticedAt: '2026-05-29T10:00:00Z',
      what: 'a backup was lost',
      personsAffected: 3,
      measures: 'its key was destroyed',
      institution: null,
    }
    const closed = { ...breach, closedAt: '2026-06-02T10:00:00Z' }
    await putAs(node, berta, 'breach', 'b1', breach)
    for (const changed of [{ ...breach, personsAffected: 0 }, closed]) {
      await expect(putAs(node, gina, 'breach', 'b1', changed, 1)).rejects.toMatchObject({
        code: 'policy.of-whole-node',
      })
    }
    const seen = (actor: Actor) => readWithPeople(node, actor, 'breach', 'b1')
    expect(await seen(gina)).toMatchObject({ versions: [{ version: 1 }], mayChange: false })
    expect(await seen(berta)).toMatchObject({ mayChange: true })
    // what the machine has entered is of no country
    const machine = terminalActor('protection-officer')
    await putAs(node, machine, 'breach', 'b2', breach)
    for (const officer of [berta, gina, ofNowhere]) {
      const changed = { ...breach, personsAffected: 0 }
      await expect(putAs(node, officer, 'breach', 'b2', changed, 1)).rejects.toMatchObject({
        code: 'policy.of-whole-node',
      })
    }
    // whoever has entered it does not close it: somebody else does, and changes nothing else of it
    const { closedAt, ...open } = closed
    expect(await readWithPeople(node, gina, 'breach', 'b2')).toMatchObject({ mayChange: true })
    await expect(
      putAs(node, gina, 'breach', 'b2', { ...closed, personsAffected: 0 }, 1),
    ).rejects.toMatchObject({ code: 'policy.of-whole-node' })
    await putAs(node, machine, 'breach', 'b2', { ...open, personsAffected: 4 }, 1)
    await putAs(node, gina, 'breach', 'b2', { ...open, personsAffected: 4, closedAt }, 2)
    await putAs(node, machine, 'breach', 'b1', closed, 1)
    await putAs(node, gina, 'breach', 'b3', { ...breach, institution: 'gt-igm' })
  })

  it('of the whole node is of the one country, where there is no other in it', async () => {
    const node = await withInstitutions(open)()
    const { berta } = await enterOfficers(node)
    const complaint = { receivedOn: today, what: 'late', dueOn: '2026-07-01', institution: null }
    await putAs(node, terminalActor('protection-officer'), 'complaint', 'c1', complaint)
    const answered = { ...complaint, answer: 'it is sent', answeredOn: today }
    expect(await putAs(node, berta, 'complaint', 'c1', answered, 1)).toMatchObject({ version: 2 })
  })

  it('of the whole node is not bound to a country by the officer of another', async () => {
    const node = await openNode()
    const { berta, gina } = await enterOfficers(node)
    const complaint = { receivedOn: today, what: 'nobody answers', dueOn: '2026-07-01' }
    await putAs(node, berta, 'complaint', 'c1', { ...complaint, institution: null })
    const taken = { ...complaint, institution: 'gt-igm' }
    await expect(putAs(node, gina, 'complaint', 'c1', taken, 1)).rejects.toMatchObject({
      code: 'policy.of-whole-node',
    })
    await putAs(node, berta, 'complaint', 'c1', { ...complaint, institution: 'hn-inm' }, 1)
  })

  it('of another country is refused with the countries by their names', async () => {
    const node = await openNode()
    const refusal = await putAs(node, ofGuatemala, 'request', 'r1', request).catch(
      (error: unknown) => error as Refusal,
    )
    expect((refusal as Refusal).what('es')).toContain(
      'otro país (Honduras), y el de su cuenta es Guatemala',
    )
    const nowhere = await putAs(node, ofNowhere, 'request', 'r1', request).catch(
      (error: unknown) => error as Refusal,
    )
    expect((nowhere as Refusal).what('es')).toContain('su cuenta no es de ninguno')
  })

  it('of somebody is an undertaking that the own country enters', async () => {
    const node = await openNode()
    await node.register.query(
      `insert into accounts (id, name, name_key, shown_name, language, roles, institution, country, created_at)
       values (gen_random_uuid(), 'Gina@igm.example', 'gina@igm.example', 'Gina', 'es', '{statistician}', 'gt-igm', 'GTM', now())`,
    )
    const content = { account: 'GINA@igm.example', signedOn: today, until: '2027-06-01' }
    await expect(putAs(node, ofHonduras, 'undertaking', 'gina', content)).rejects.toMatchObject({
      code: 'policy.another-country',
    })
    await putAs(node, ofGuatemala, 'undertaking', 'gina', content)
  })

  it('is answered, approved, revoked and told of within the country alone', async () => {
    const node = await openNode()
    const verified = { ...request, state: 'verified', identityCheckedBy: 'berta' }
    const named = { ...verified, kind: 'restriction', records: [{ batch: 1, record: '1' }] }
    await addVersion(node.register, 'request', 'none', verified, 0, 'berta')
    await addVersion(node.register, 'request', 'some', named, 0, 'berta')
    await addVersion(node.register, 'derogation', 'd1', derogation, 0, 'ana')
    const approved = { ...derogation, approvedBy: 'berta', approvedAt: now }
    await addVersion(node.register, 'derogation', 'd2', approved, 0, 'ana')
    const notice = {
      request: 'some',
      about: 'erasure',
      recipient: 'hn-ine',
      through: 'agreement:ine',
      dueOn: '2026-07-01',
    }
    await addVersion(node.register, 'notice', 'n1', notice, 0, 'berta')
    const told = { ...notice, told: { by: 'berta', on: today } }
    await addVersion(node.register, 'notice', 'n2', told, 0, 'berta')
    const [{ before } = { before: 0 }] = await node.register.query<{ before: number }>(
      'select count(*)::integer as before from register_documents',
    )
    for (const act of [
      () => answerNoneHeld(node, ofGuatemala, 'none', { document_number: 'P1' }, today, () => true),
      () => restrictForRequest(node, ofGuatemala, 'some', today, async () => {}),
      // nor is it told what it asks for, and how far it is
      () => eraseForRequest(node, ofGuatemala, 'some', today, async () => {}),
      () => approve(node, ofGuatemala, 'derogation', 'd1', now),
      () => revokeDerogation(node, ofGuatemala, 'd2', now),
      () => tellRecipient(node, ofGuatemala, 'n1', today),
      () => acknowledgeNotice(node, ofGuatemala, 'n2', today),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'policy.another-country' })
    }
    const [{ after } = { after: 0 }] = await node.register.query<{ after: number }>(
      'select count(*)::integer as after from register_documents',
    )
    expect(after).toBe(before)
    await approve(node, ofHonduras, 'derogation', 'd1', now)
    await acknowledgeNotice(node, ofHonduras, 'n2', today)
  })

  it('about a person is seen where it is kept, by whoever it is addressed to, and by the auditor', async () => {
    const node = await openNode()
    const abroad: Actor = { ...ofGuatemala, roles: ['data-officer'] }
    const auditor: Actor = { ...ofNowhere, roles: ['auditor'] }
    await addVersion(node.register, 'request', 'r1', request, 0, 'berta')
    const complaint = { receivedOn: today, what: 'Ximena was sent away', dueOn: '2026-07-01' }
    await addVersion(node.register, 'complaint', 'c1', { ...complaint, request: 'r1' }, 0, 'berta')
    await addVersion(node.register, 'complaint', 'c2', complaint, 0, 'berta')
    await addVersion(node.register, 'derogation', 'd1', derogation, 0, 'ana')
    const notice = { request: 'r1', about: 'erasure', through: 'agreement:a1', dueOn: today }
    for (const recipient of ['hn-ine', 'gt-igm'] as const) {
      await addVersion(node.register, 'notice', recipient, { ...notice, recipient }, 0, 'berta')
    }
    const seenBy = async (actor: Actor) => {
      const names = ['request', 'complaint', 'derogation', 'notice']
      const listed = await Promise.all(names.map((name) => listRegister(node, actor, name)))
      return listed.flat().map(({ id }) => id)
    }
    const all = ['r1', 'c1', 'c2', 'd1', 'gt-igm', 'hn-ine']
    expect(await seenBy(ofHonduras)).toEqual(all)
    expect(await seenBy(auditor)).toEqual(all)
    for (const stranger of [ofGuatemala, abroad]) {
      // one that is about no request is of the whole node; one of the notices is to their institution
      expect(await seenBy(stranger)).toEqual(['c2', 'gt-igm'])
      for (const [name, id] of [
        ['request', 'r1'],
        ['complaint', 'c1'],
        ['derogation', 'd1'],
      ] as const) {
        await expect(readHistory(node, stranger, name, id)).rejects.toMatchObject({
          code: 'policy.another-country',
        })
      }
      const due = await listDue(node, stranger, '2026-08-01T00:00:00Z')
      expect(due.map(({ id }) => id).toSorted()).toEqual(['c2', 'gt-igm'])
      expect((await listNotices(node, stranger)).map(({ id }) => id)).toEqual(['gt-igm'])
    }
    expect(await listDue(node, ofHonduras, '2026-08-01T00:00:00Z')).toHaveLength(5)
    expect(await seenBy({ ...ofNowhere, roles: ['administrator'] })).toEqual(['c2'])
  })
})
