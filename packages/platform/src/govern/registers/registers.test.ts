import { type Actor, decideAccess } from '@caudal/methods/govern'
import { expect, it } from 'vitest'
import { byDocument, receiveCrossings } from '../../collect/testing-crossings.ts'
import type { CaudalNode } from '../../store/index.ts'
import { describeOnPostgres } from '../../store/testing.ts'
import { verifyLog } from '../audit/service.ts'
import { takeInventory } from '../inventory/service.ts'
import { terminalActor } from '../terminal-actor.ts'
import { addVersion } from './documents.ts'
import { findHolding, readPolicyRegisters } from './policy-registers.ts'
import {
  approve,
  listOwnDerogations,
  listRegister,
  putDocument,
  readHistory,
  revokeDerogation,
  signAgreement,
  withdrawDerogation,
} from './service.ts'
import {
  activity as plainActivity,
  agreement,
  now,
  officer,
  putAs,
  today,
} from '../testing-documents.ts'
import { withInstitutions } from '../testing-institutions.ts'

const asker: Actor = { ...officer, id: 'ana', roles: ['statistician'] }

const activity = {
  ...plainActivity,
  compatible: [{ purpose: 'linkage', because: 'the same persons are counted once' }],
}

const put = (node: CaudalNode, register: string, id: string, content: object, after = 0) =>
  putAs(node, register === 'derogation' ? asker : officer, register, id, content, after)

const receive = (node: CaudalNode) => receiveCrossings(node, byDocument())

describeOnPostgres('The registers of data protection', ({ openNode: open }) => {
  const openNode = withInstitutions(open)

  it('keep every version, and show a conflict where two change the same one', async () => {
    const node = await openNode()
    await put(node, 'activity', 'crossings', activity)
    await put(node, 'activity', 'crossings', { ...activity, title: 'Border crossings' }, 1)
    const late = put(node, 'activity', 'crossings', { ...activity, title: 'Lost?' }, 1)
    await expect(late).rejects.toMatchObject({
      code: 'registers.version-conflict',
      details: { by: 'berta', version: 2 },
    })
    const both = await Promise.allSettled(
      ['one', 'two'].map((title) => put(node, 'activity', 'crossings', { ...activity, title }, 2)),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const history = await readHistory(node, officer, 'activity', 'crossings')
    expect(history.map(({ version }) => version)).toEqual([3, 2, 1])
    await expect(node.register.query('delete from register_documents')).rejects.toThrow(
      /append-only|permission denied/,
    )
    expect((await verifyLog(node, terminalActor('auditor'))).entries).toBe(3)
  })

  it('refuse what is incomplete, and consent that is a condition of a service', async () => {
    const node = await openNode()
    for (const [register, content, place] of [
      ['activity', { ...activity, legalBasis: 'consent' }, 'legalBasis'],
      [
        'activity',
        {
          ...activity,
          legalBasis: 'consent',
          consent: { bundledWithService: true, howToWithdraw: 'by letter' },
        },
        'consent.bundledWithService',
      ],
      [
        'activity',
        { ...activity, legalBasis: 'consent', consent: { bundledWithService: false } },
        'consent.howToWithdraw',
      ],
      ['activity', { ...activity, purposes: ['curiosity'] }, 'purposes.0'],
      // another use is declared with the reason why it is compatible
      ['activity', { ...activity, compatible: [{ purpose: 'linkage' }] }, 'compatible.0.because'],
      ...(['controller', 'legalBasis', 'citation', 'persons', 'retention'] as const).map(
        (part) => ['activity', { ...activity, [part]: undefined }, part] as const,
      ),
      ['agreement', { ...agreement, until: '2025-01-01' }, 'until'],
      ['agreement', { ...agreement, recipient: agreement.provider }, 'recipient'],
    ] as const) {
      await expect(put(node, register, 'x', content)).rejects.toMatchObject({
        code: 'registers.document-malformed',
        details: { place },
      })
    }
    const consent = { bundledWithService: false, howToWithdraw: 'by letter' }
    await put(node, 'activity', 'survey', { ...activity, legalBasis: 'consent', consent })
    await expect(put(node, 'gossip', 'x', {})).rejects.toMatchObject({
      code: 'registers.register-unknown',
    })
    await expect(listRegister(node, asker, 'activity')).rejects.toMatchObject({
      code: 'policy.role-lacks-operation',
    })
  })

  it('name institutions of the register alone, each with its country', async () => {
    const node = await openNode()
    await put(node, 'activity', 'crossings', activity)
    const owned = { owner: 'hn-imn', country: 'HND', activity: 'crossings' }
    await expect(put(node, 'dataset', 'crossings', owned)).rejects.toMatchObject({
      code: 'registers.institution-unknown',
      details: {
        institution: 'hn-imn',
        institutions: expect.stringMatching(
          /^hn-inm \(Instituto Nacional de Migración\), /,
        ) as string,
      },
    })
    for (const [part, unknown] of [
      ['provider', { institution: 'gt-igm', country: 'GTM' }],
      ['recipient', { institution: 'gt-igm', country: 'GTM' }],
      ['onwardTo', ['hn-bcie', 'gt-igm']],
    ] as const) {
      const given = put(node, 'agreement', 'a1', { ...agreement, [part]: unknown })
      await expect(given, part).rejects.toMatchObject({ code: 'registers.institution-unknown' })
    }
    const abroad = { ...agreement, recipient: { institution: 'hn-ine', country: 'GTM' } }
    await expect(put(node, 'agreement', 'a1', abroad)).rejects.toMatchObject({
      code: 'registers.country-differs',
      details: { country: 'HND', given: 'GTM' },
    })
    expect(await listRegister(node, officer, 'agreement')).toEqual([])
    // what was entered before institutions were registered can still be ended
    const old = { ...agreement, recipient: { institution: 'hn-old', country: 'HND' } }
    await addVersion(node.register, 'agreement', 'old', old, 0, 'test')
    const ended = await put(node, 'agreement', 'old', { ...old, endedOn: today }, 1)
    expect(ended.version).toBe(2)
  })

  it('share nothing before both parties have signed, and their text does not change after', async () => {
    const node = await openNode()
    await put(node, 'agreement', 'ine', agreement)
    const asked = async () =>
      decideAccess(
        {
          actor: { ...asker, institution: 'hn-ine', undertakingUntil: '2026-12-31' },
          purpose: 'statistics',
          holding: {
            recordType: 'movement',
            country: 'HND',
            owner: 'hn-inm',
            purposes: ['statistics'],
          },
          field: { id: 'age', sensitivity: 'quasi' },
          at: now,
        },
        await readPolicyRegisters(node.register),
      ).reason
    expect(await asked()).toBe('agreement-missing')
    const forged = { ...agreement, signedByProvider: { by: 'berta', on: today } }
    await expect(put(node, 'agreement', 'ine', forged, 1)).rejects.toMatchObject({
      code: 'registers.set-by-act',
    })
    await signAgreement(node, officer, 'ine', 'provider', today)
    expect(await asked()).toBe('agreement-missing')
    await expect(signAgreement(node, officer, 'ine', 'recipient', today)).rejects.toMatchObject({
      code: 'registers.not-of-the-party',
    })
    const other = { ...officer, id: 'carla', institution: 'hn-ine' }
    const signed = await signAgreement(node, other, 'ine', 'recipient', today)
    expect(await asked()).toBe('shared-by-agreement')
    const wider = { ...(signed.content as object), fields: { movement: ['family_names'] } }
    await expect(put(node, 'agreement', 'ine', wider, 3)).rejects.toMatchObject({
      code: 'registers.changed-after-signing',
    })
    // as a form sends it: parts in the order of its fields, nothing where nothing is
    const {
      onwardTo: _,
      recipient,
      fields,
      ...rest
    } = signed.content as unknown as Record<string, object>
    const { institution, country } = recipient as { institution: string; country: string }
    const ordered = { ...rest, endedOn: today, fields, recipient: { institution, country } }
    await put(node, 'agreement', 'ine', ordered, 3)
    expect(await asked()).toBe('agreement-ended')
    // what has ended stays so: another agreement would need both signatures again
    for (const endedOn of [undefined, '2026-12-30']) {
      await expect(
        put(node, 'agreement', 'ine', { ...(signed.content as object), endedOn }, 4),
      ).rejects.toMatchObject({ code: 'registers.changed-after-signing' })
    }
  })

  it('are signed and approved as they were read, and not as somebody has widened them since', async () => {
    const node = await openNode()
    await put(node, 'agreement', 'ine', agreement)
    const wider = { ...agreement, fields: { movement: ['family_names'] } }
    await put(node, 'agreement', 'ine', wider, 1)
    await expect(signAgreement(node, officer, 'ine', 'provider', today, 1)).rejects.toMatchObject({
      code: 'registers.version-conflict',
      details: { version: 2 },
    })
    await signAgreement(node, officer, 'ine', 'provider', today, 2)

    const wish = {
      because: 'to trace a duplicate',
      purpose: 'statistics',
      recordType: 'movement',
      owner: 'hn-inm',
      fields: ['document_number'],
      until: '2026-07-01T00:00:00Z',
    }
    const ask = (content: object, after: number) =>
      putAs(node, asker, 'derogation', 'd1', content, after)
    await ask(wish, 0)
    await ask({ ...wish, fields: ['family_names'], until: '2036-07-01T00:00:00Z' }, 1)
    await expect(approve(node, officer, 'derogation', 'd1', now, 1)).rejects.toMatchObject({
      code: 'registers.version-conflict',
    })
    const { derogations } = await readPolicyRegisters(node.register)
    expect(derogations.map(({ approvedBy }) => approvedBy)).toEqual([undefined])
    // and two who approve at once approve once
    const both = await Promise.allSettled([
      approve(node, officer, 'derogation', 'd1', now, 2),
      approve(node, { ...officer, id: 'otto' }, 'derogation', 'd1', now, 2),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('say that a request was met only where it was, and nothing else once it is settled', async () => {
    const node = await openNode()
    const request = {
      kind: 'erasure',
      receivedOn: today,
      dueOn: '2026-07-01',
      owner: 'hn-inm',
      identityCheckedBy: 'berta',
      records: [],
      state: 'verified',
    }
    const code = async (content: object, after: number) =>
      put(node, 'request', 'r1', content, after).then(
        () => 'kept',
        (error: { code?: string }) => error.code,
      )
    const done = { ...request, state: 'done', outcome: 'erased, believe me' }
    expect(await code(done, 0)).toBe('registers.set-by-act')
    expect(await code({ ...request, identityCheckedBy: 'otto' }, 0)).toBe(
      'registers.checked-by-another',
    )
    expect(await code(request, 0)).toBe('kept')
    expect(await code(done, 1)).toBe('registers.set-by-act')
    expect(await code({ ...request, identityCheckedBy: 'otto' }, 1)).toBe(
      'registers.checked-by-another',
    )
    const refused = { ...request, state: 'refused', outcome: 'asked twice' }
    expect(await code(refused, 1)).toBe('kept')
    for (const change of [request, { ...refused, outcome: 'another' }, done]) {
      expect(await code(change, 2)).toBe('registers.request-settled')
    }
  })

  it('let nobody approve what he or she asked for', async () => {
    const node = await openNode()
    const wish = {
      because: 'to trace a duplicate',
      purpose: 'statistics',
      recordType: 'movement',
      owner: 'hn-inm',
      fields: ['document_number'],
      until: '2026-07-01T00:00:00Z',
    }
    await put(node, 'derogation', 'd1', { ...wish, requestedBy: 'somebody-else' })
    const both: Actor = { ...officer, id: 'ana' }
    await expect(approve(node, both, 'derogation', 'd1', now)).rejects.toMatchObject({
      code: 'registers.same-person',
    })
    await expect(approve(node, asker, 'derogation', 'd1', now)).rejects.toMatchObject({
      code: 'policy.role-lacks-operation',
    })
    await approve(node, officer, 'derogation', 'd1', now)
    const { derogations } = await readPolicyRegisters(node.register)
    expect(derogations).toMatchObject([{ requestedBy: 'ana', approvedBy: 'berta' }])

    // what was approved is given back by whoever has it, or taken back, and by nobody else
    const eva: Actor = { ...asker, id: 'eva' }
    await expect(withdrawDerogation(node, eva, 'd1', now)).rejects.toMatchObject({
      code: 'registers.document-unknown',
    })
    await expect(
      putDocument(node, eva, { register: 'derogation', id: 'd1', content: wish, after: 2 }),
    ).rejects.toMatchObject({ code: 'registers.document-unknown' })
    expect(await listOwnDerogations(node, eva)).toEqual([])
    await withdrawDerogation(node, asker, 'd1', now)
    await expect(revokeDerogation(node, officer, 'd1', now)).rejects.toMatchObject({
      code: 'registers.derogation-revoked',
    })
    expect(await listOwnDerogations(node, asker)).toMatchObject([{ content: { revokedAt: now } }])
    // what nobody has approved yet is taken back too, by either, and approved by nobody after
    for (const [id, end] of [
      ['d2', () => withdrawDerogation(node, asker, 'd2', now)],
      ['d3', () => revokeDerogation(node, officer, 'd3', now)],
    ] as const) {
      await putDocument(node, asker, { register: 'derogation', id, content: wish, after: 0 })
      await end()
      await expect(approve(node, officer, 'derogation', id, now)).rejects.toMatchObject({
        code: 'registers.derogation-revoked',
      })
    }

    // an assessment is approved by somebody who wrote none of its versions
    const risks = [{ risk: 'names cross a border', measure: 'they are encrypted' }]
    const assessment = { title: 'Exchange', risks, writtenBy: 'x' }
    await put(node, 'assessment', 'i1', assessment)
    await putDocument(node, both, {
      register: 'assessment',
      id: 'i1',
      content: assessment,
      after: 1,
    })
    for (const writer of [officer, both]) {
      await expect(approve(node, writer, 'assessment', 'i1', now)).rejects.toMatchObject({
        code: 'registers.same-person',
      })
    }
    await approve(node, { ...officer, id: 'otto' }, 'assessment', 'i1', now)
  })

  it('say whose a dataset is and what it may be used for', async () => {
    const node = await openNode()
    await receive(node)
    const dataset = { id: 'crossings', recordType: 'movement', country: 'HND' }
    expect(await findHolding(node.register, dataset)).toMatchObject({ owner: '', purposes: [] })
    await put(node, 'activity', 'crossings', activity)
    const owned = { owner: 'hn-inm', country: 'HND', activity: 'crossings' }
    await put(node, 'dataset', 'crossings', owned)
    expect(await findHolding(node.register, dataset)).toMatchObject({
      owner: 'hn-inm',
      purposes: ['collection', 'statistics', 'linkage'],
    })
    expect(await takeInventory(node, officer)).toMatchObject([
      {
        dataset: 'crossings',
        recordType: 'movement',
        owner: 'hn-inm',
        ownerName: 'Instituto Nacional de Migración',
        country: 'HND',
        activity: 'crossings',
        batches: 1,
        withheld: 0,
        cubes: [],
        records: 3,
        withNames: 3,
      },
    ])
  })
})
