import { describe, expect, it } from 'vitest'
import {
  type AccessRequest,
  decideAccess,
  decideTransfer,
  type Derogation,
  noRegisters,
  type SharingAgreement,
} from '../index.ts'
import { actorWith, agreement, at, derogation, foreign, request } from './testing-requests.ts'

describe('Records of another institution', () => {
  const asked = request('statistician', 'statistics', 'quasi', { holding: foreign })
  const reasonUnder = (changes: Partial<SharingAgreement>, read: AccessRequest = asked) =>
    decideAccess(read, { agreements: [{ ...agreement, ...changes }], derogations: [] }).reason

  it('are read under an agreement in force, which the decision names', () => {
    expect(decideAccess(asked, { agreements: [agreement], derogations: [] })).toEqual({
      outcome: 'allow',
      reason: 'shared-by-agreement',
      basis: 'a1',
    })
  })

  it('are closed without one, or with one that does not hold', () => {
    const { signedByProvider: _, ...halfSigned } = agreement
    const closed: Partial<SharingAgreement>[] = [
      { from: '2026-06-02' },
      { purposes: ['research'] },
      { signedByRecipient: '2026-06-02' },
      { provider: agreement.recipient, recipient: agreement.provider },
    ]
    expect(decideAccess(asked, noRegisters).reason).toBe('agreement-missing')
    expect(decideAccess(asked, { agreements: [halfSigned], derogations: [] }).reason).toBe(
      'agreement-missing',
    )
    for (const changes of closed) expect(reasonUnder(changes)).toBe('agreement-missing')
  })

  it('are closed once it is over, and whoever read them is told since when', () => {
    for (const [changes, on] of [
      [{ until: '2026-05-31' }, '2026-05-31'],
      [{ endedOn: '2026-06-01' }, '2026-06-01'],
      [{ until: '2026-05-31', endedOn: '2026-05-02' }, '2026-05-02'],
    ] as const) {
      const agreements = [{ ...agreement, ...changes }]
      expect(decideAccess(asked, { agreements, derogations: [] })).toMatchObject({
        outcome: 'refuse',
        reason: 'agreement-ended',
        details: { owner: foreign.owner, on },
      })
    }
    // what was signed after its end was never in force
    expect(reasonUnder({ until: '2026-05-31', signedByRecipient: '2026-06-01' })).toBe(
      'agreement-missing',
    )
  })

  it('are read on the first and the last day of an agreement', () => {
    expect(reasonUnder({ from: '2026-06-01', until: '2026-06-01' })).toBe('shared-by-agreement')
  })

  it('are read in the fields that are shared and no others', () => {
    expect(reasonUnder({ fields: { movement: ['sex'] } })).toBe('field-not-shared')
    expect(reasonUnder({ fields: { permit: ['a_field'] } })).toBe('field-not-shared')
    const inherited = { ...asked, holding: { ...foreign, recordType: 'constructor' } }
    expect(reasonUnder({}, inherited)).toBe('field-not-shared')
  })

  it('do not name persons across a border without an impact assessment', () => {
    const holding = { ...foreign, purposes: ['linkage'] as const }
    const names = request('linkage-officer', 'linkage', 'identity', { holding })
    expect(reasonUnder({}, names)).toBe('assessment-missing')
    expect(reasonUnder({ impactAssessment: 'i1' }, names)).toBe('shared-by-agreement')
    expect(reasonUnder({ provider: { institution: 'gt-igm', country: 'HND' } }, names)).toBe(
      'shared-by-agreement',
    )
  })

  it('are never open to somebody who works for no institution', () => {
    const nobody = actorWith('statistician', { institution: '' })
    const unowned = { ...foreign, owner: '' }
    expect(decideAccess({ ...asked, actor: nobody, holding: unowned }, noRegisters).reason).toBe(
      'agreement-missing',
    )
  })
})

describe('A derogation', () => {
  const names = request('statistician', 'statistics', 'identity')
  const reasonUnder = (changes: Partial<Derogation>, asked: AccessRequest = names) =>
    decideAccess(asked, { agreements: [], derogations: [{ ...derogation, ...changes }] }).reason

  it('opens what it names, to whom it names, until it ends', () => {
    expect(decideAccess(names, noRegisters).reason).toBe('field-beyond-purpose')
    expect(reasonUnder({})).toBe('derogation')
    for (const changes of [
      { requestedBy: 'carla' },
      { until: at },
      { approvedAt: '2026-06-01T12:00:00.001Z' },
      { revokedAt: at },
      { purpose: 'research' as const },
      { recordType: 'permit' },
      { owner: 'gt-igm' },
      { fields: ['another'] },
    ]) {
      expect(reasonUnder(changes)).toBe('field-beyond-purpose')
    }
  })

  it('that its requester approved opens nothing', () => {
    expect(reasonUnder({ approvedBy: 'ana' })).toBe('field-beyond-purpose')
  })

  it('never opens records to a role that reads none', () => {
    const auditor = request('auditor', 'statistics', 'plain')
    expect(reasonUnder({}, auditor)).toBe('role-lacks-purpose')
  })
})

describe('Records that leave', () => {
  const transfer = {
    sender: 'gt-igm',
    recipient: 'hn-inm',
    owner: 'gt-igm',
    recordType: 'movement',
    purpose: 'statistics',
    fields: [{ id: 'a_field', sensitivity: 'quasi' }],
    day: '2026-06-01',
  } as const

  it('leave under an agreement that shares every field', () => {
    expect(decideTransfer(transfer, [agreement])).toMatchObject({ outcome: 'allow', basis: 'a1' })
    const more = [...transfer.fields, { id: 'sex', sensitivity: 'quasi' } as const]
    expect(decideTransfer({ ...transfer, fields: more }, [agreement]).reason).toBe(
      'field-not-shared',
    )
    expect(decideTransfer(transfer, []).reason).toBe('agreement-missing')
    expect(decideTransfer({ ...transfer, fields: [] }, [agreement]).outcome).toBe('refuse')
  })

  it('are passed on only where their owner agreed to that recipient', () => {
    const fromOwner: SharingAgreement = {
      ...agreement,
      id: 'a0',
      provider: { institution: 'sv-dgme', country: 'SLV' },
      recipient: { institution: 'gt-igm', country: 'GTM' },
    }
    const onward = { ...transfer, owner: 'sv-dgme' }
    expect(decideTransfer(onward, [agreement, fromOwner]).reason).toBe('onward-forbidden')
    const agreed = { ...fromOwner, onwardTo: ['hn-inm'] }
    expect(decideTransfer(onward, [agreement, agreed]).outcome).toBe('allow')
    expect(decideTransfer(onward, [agreed]).reason).toBe('agreement-missing')
  })
})
