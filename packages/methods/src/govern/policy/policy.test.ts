import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages, Refusal } from '../../vocabulary/index.ts'
import {
  type AccessRequest,
  type Actor,
  allowances,
  anonymous,
  ceilingOf,
  decideAccess,
  decideOperation,
  decideRecord,
  decideTransfer,
  type Derogation,
  type FieldSensitivity,
  findConflictingRoles,
  isPurpose,
  isRole,
  noRegisters,
  type Operation,
  operations,
  type PolicyRegisters,
  policyRefusals,
  type Purpose,
  purposes,
  purposesOf,
  refusalOf,
  type Role,
  roles,
  ruleOf,
  type SharingAgreement,
  wholeRefusal,
} from '../index.ts'

const at = '2026-06-01T12:00:00Z'

const actorWith = (role: Role, more: Partial<Actor> = {}): Actor => ({
  kind: 'person',
  id: 'ana',
  roles: [role],
  institution: 'hn-inm',
  country: 'HND',
  undertakingUntil: '2026-12-31',
  ...more,
})

const request = (
  role: Role,
  purpose: Purpose,
  sensitivity: FieldSensitivity,
  more: Partial<AccessRequest> = {},
): AccessRequest => ({
  actor: actorWith(role),
  purpose,
  holding: {
    recordType: 'movement',
    country: 'HND',
    owner: 'hn-inm',
    purposes: ['collection', 'linkage', 'statistics', 'research'],
  },
  field: { id: 'a_field', sensitivity },
  at,
  ...more,
})

const foreign = {
  recordType: 'movement',
  country: 'GTM',
  owner: 'gt-igm',
  purposes: ['statistics'],
} as const

const agreement: SharingAgreement = {
  id: 'a1',
  provider: { institution: 'gt-igm', country: 'GTM' },
  recipient: { institution: 'hn-inm', country: 'HND' },
  purposes: ['statistics', 'linkage'],
  fields: { movement: ['a_field', 'family_name'] },
  from: '2026-01-01',
  until: '2026-12-31',
  retentionDays: 365,
  onwardTo: [],
  signedByProvider: '2025-12-01',
  signedByRecipient: '2025-12-15',
}

const derogation: Derogation = {
  id: 'd1',
  requestedBy: 'ana',
  approvedBy: 'berta',
  approvedAt: '2026-05-30T08:00:00Z',
  until: '2026-06-15T00:00:00Z',
  purpose: 'statistics',
  recordType: 'movement',
  owner: 'hn-inm',
  fields: ['a_field'],
}

describe('What a role reads of records for a purpose', () => {
  const readings = (Object.keys(roles) as Role[]).flatMap((role) =>
    (Object.keys(purposes) as Purpose[]).map((purpose) => ({
      role,
      purpose,
      answers: (['identity', 'quasi', 'sensitive', 'plain'] as const).map((sensitivity) => {
        const decision = decideAccess(request(role, purpose, sensitivity), noRegisters)
        return decision.outcome === 'mask' ? decision.mask : decision.outcome
      }),
    })),
  )

  it('is what the table of the handbook says, and nothing else', () => {
    const given = readings.filter(({ answers }) => answers.some((answer) => answer !== 'refuse'))
    expect(given.map(({ role, purpose, answers }) => [role, purpose, ...answers])).toEqual([
      ['data-officer', 'collection', 'allow', 'allow', 'allow', 'allow'],
      ['linkage-officer', 'linkage', 'allow', 'allow', 'withhold', 'allow'],
      ['statistician', 'statistics', 'refuse', 'allow', 'allow', 'allow'],
      ['researcher', 'research', 'refuse', 'coarsen', 'withhold', 'allow'],
      ['protection-officer', 'subject-request', 'allow', 'allow', 'allow', 'allow'],
    ])
  })

  it('is nothing at all for auditors, administrators and publishers', () => {
    for (const role of ['auditor', 'administrator', 'publisher'] as const) {
      expect(purposesOf([role])).toEqual([])
      const answers = readings.filter((reading) => reading.role === role)
      expect(answers.flatMap((reading) => reading.answers)).not.toContain('allow')
    }
  })

  it('is the more of two roles, each for its own purpose', () => {
    expect(ceilingOf(['researcher', 'statistician'], 'statistics', 'quasi')).toBe('allow')
    expect(ceilingOf(['researcher', 'statistician'], 'research', 'quasi')).toBe('coarsen')
  })
})

describe('A read of a record', () => {
  const reasonOf = (asked: AccessRequest, registers: PolicyRegisters = noRegisters) =>
    decideAccess(asked, registers).reason

  it('needs a sign-in', () => {
    const asked = request('statistician', 'statistics', 'plain', { actor: anonymous })
    expect(reasonOf(asked)).toBe('not-signed-in')
    expect(refusalOf(decideAccess(asked, noRegisters))?.status).toBe(401)
  })

  it('names a purpose that exists, whatever a client sends', () => {
    for (const purpose of ['', 'curiosity', 'constructor', 'toString']) {
      expect(reasonOf(request('statistician', purpose as Purpose, 'plain'))).toBe('purpose-unknown')
    }
  })

  it('is refused for a purpose that none of the roles has', () => {
    expect(reasonOf(request('statistician', 'linkage', 'plain'))).toBe('role-lacks-purpose')
  })

  it('of personal data needs a confidentiality undertaking that has not expired', () => {
    const without = (undertakingUntil?: string) => {
      const { undertakingUntil: _, ...actor } = actorWith('statistician')
      return undertakingUntil === undefined ? actor : { ...actor, undertakingUntil }
    }
    for (const actor of [without(), without('2026-05-31')]) {
      expect(reasonOf(request('statistician', 'statistics', 'quasi', { actor }))).toBe(
        'undertaking-missing',
      )
      expect(reasonOf(request('statistician', 'statistics', 'plain', { actor }))).toBe(
        'own-records',
      )
    }
    const lastDay = without('2026-06-01')
    expect(reasonOf(request('statistician', 'statistics', 'quasi', { actor: lastDay }))).toBe(
      'own-records',
    )
  })

  it('is refused for a purpose that the records were not collected for', () => {
    const holding = { ...request('researcher', 'research', 'plain').holding, purposes: [] }
    expect(reasonOf(request('researcher', 'research', 'plain', { holding }))).toBe(
      'purpose-incompatible',
    )
    expect(reasonOf(request('data-officer', 'collection', 'plain', { holding }))).toBe(
      'own-records',
    )
    expect(
      reasonOf(request('protection-officer', 'subject-request', 'identity', { holding })),
    ).toBe('own-records')
  })

  it('that the person has restricted is for answering that person alone', () => {
    const holding = { ...request('statistician', 'statistics', 'plain').holding, restricted: true }
    expect(reasonOf(request('statistician', 'statistics', 'plain', { holding }))).toBe(
      'record-restricted',
    )
    const registers = { agreements: [], derogations: [derogation] }
    expect(reasonOf(request('statistician', 'statistics', 'plain', { holding }), registers)).toBe(
      'record-restricted',
    )
    expect(
      reasonOf(request('protection-officer', 'subject-request', 'identity', { holding })),
    ).toBe('own-records')
  })

  it('with a narrowed credential stays within its purposes and record types', () => {
    for (const limit of [{ purposes: [] }, { recordTypes: ['permit'] }]) {
      const actor = actorWith('statistician', { kind: 'token', limit })
      expect(reasonOf(request('statistician', 'statistics', 'plain', { actor }))).toBe(
        'beyond-limit',
      )
    }
  })

  it('goes through the records of the country for the rights of a person, but not of another', () => {
    const holding = { ...request('protection-officer', 'subject-request', 'plain').holding }
    const other = { ...holding, owner: 'hn-rnp' }
    expect(
      reasonOf(request('protection-officer', 'subject-request', 'identity', { holding: other })),
    ).toBe('rights-of-the-person')
    expect(
      reasonOf(
        request('protection-officer', 'subject-request', 'identity', {
          holding: { ...other, country: 'GTM' },
        }),
      ),
    ).toBe('agreement-missing')
  })
})

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
      { until: '2026-05-31' },
      { endedOn: '2026-06-01' },
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

describe('A record read whole', () => {
  const fields = [
    { id: 'family_name', sensitivity: 'identity' },
    { id: 'age', sensitivity: 'quasi' },
    { id: 'purpose', sensitivity: 'sensitive' },
  ] as const

  it('gives what is allowed, masks what is masked and leaves out the rest', () => {
    const { field: _, ...asked } = request('researcher', 'research', 'plain')
    const decision = decideRecord(asked, fields, noRegisters)
    expect(decision.given.map(({ field, decision: { outcome } }) => [field, outcome])).toEqual([
      ['age', 'mask'],
      ['purpose', 'mask'],
    ])
    expect(decision.refused.map(({ field }) => field)).toEqual(['family_name'])
    expect(wholeRefusal(decision)).toBeUndefined()
  })

  it('is refused whole where nothing of it is given', () => {
    const { field: _, ...asked } = request('auditor', 'oversight', 'plain')
    expect(wholeRefusal(decideRecord(asked, fields, noRegisters))?.reason).toBe(
      'role-lacks-purpose',
    )
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

describe('An operation', () => {
  it('is open to all, or to the roles it names and nobody else', () => {
    for (const operation of Object.keys(operations) as Operation[]) {
      const rule = ruleOf(operation)
      expect(decideOperation(anonymous, operation).outcome).toBe(rule.open ? 'allow' : 'refuse')
      for (const role of Object.keys(roles) as Role[]) {
        const { outcome } = decideOperation(actorWith(role), operation)
        expect(outcome, `${role} ${operation}`).toBe(
          rule.open || rule.roles.includes(role) ? 'allow' : 'refuse',
        )
      }
    }
  })

  it('that nobody has declared is refused', () => {
    for (const operation of ['collect.everything', 'constructor'] as unknown as Operation[]) {
      expect(decideOperation(actorWith('administrator'), operation).outcome).toBe('refuse')
    }
  })

  it('on what another institution owns is refused where it is for one’s own alone', () => {
    const officer = actorWith('data-officer')
    expect(decideOperation(officer, 'collect.withdraw', { owner: 'hn-inm' }).outcome).toBe('allow')
    expect(decideOperation(officer, 'collect.withdraw', { owner: 'hn-rnp' }).reason).toBe(
      'another-institution',
    )
  })

  it('beyond what a token is narrowed to is refused', () => {
    const token = actorWith('data-officer', {
      kind: 'token',
      limit: { operations: ['collect.import'] },
    })
    expect(decideOperation(token, 'collect.import').outcome).toBe('allow')
    expect(decideOperation(token, 'collect.withdraw').reason).toBe('beyond-limit')
  })
})

describe('The policy', () => {
  const anyRole = fc.constantFrom(...(Object.keys(roles) as Role[]))
  const anyPurpose = fc.constantFrom(...(Object.keys(purposes) as Purpose[]))
  const anySensitivity = fc.constantFrom(...(['identity', 'quasi', 'sensitive', 'plain'] as const))
  const generosity = (asked: AccessRequest, registers: PolicyRegisters) => {
    const decision = decideAccess(asked, registers)
    const key = decision.outcome === 'mask' ? decision.mask : decision.outcome
    return ['refuse', 'withhold', 'coarsen', 'allow'].indexOf(key)
  }

  it('gives no more when a credential is narrowed, an undertaking ends or an agreement is taken away', () => {
    fc.assert(
      fc.property(
        fc.array(anyRole, { maxLength: 3 }),
        anyPurpose,
        anySensitivity,
        fc.boolean(),
        fc.boolean(),
        (held, purpose, sensitivity, own, derogated) => {
          const full = request('statistician', purpose, sensitivity, {
            actor: { ...actorWith('statistician'), roles: held },
            holding: own ? request('statistician', purpose, sensitivity).holding : foreign,
          })
          const registers = {
            agreements: [agreement],
            derogations: derogated ? [{ ...derogation, purpose }] : [],
          }
          const { undertakingUntil: _, ...noUndertaking } = full.actor
          const most = generosity(full, registers)
          const limited = { ...full.actor, limit: { purposes: ['statistics'] as const } }
          expect(generosity({ ...full, actor: limited }, registers)).toBeLessThanOrEqual(most)
          expect(generosity({ ...full, actor: noUndertaking }, registers)).toBeLessThanOrEqual(most)
          expect(generosity(full, noRegisters)).toBeLessThanOrEqual(most)
          expect(generosity({ ...full, actor: { ...full.actor, roles: [] } }, registers)).toBe(0)
        },
      ),
    )
  })

  it('never names a person to somebody without an undertaking', () => {
    fc.assert(
      fc.property(anyRole, anyPurpose, (role, purpose) => {
        const { undertakingUntil: _, ...actor } = actorWith(role)
        const registers = { agreements: [agreement], derogations: [{ ...derogation, purpose }] }
        const asked = request(role, purpose, 'identity', { actor })
        expect(decideAccess(asked, registers).outcome).toBe('refuse')
      }),
    )
  })

  it('has words in three languages for every role, purpose, operation and reason', () => {
    const texts = [
      ...Object.values(roles),
      ...Object.values(purposes),
      ...Object.values(allowances),
      ...Object.values(operations).map(({ label }) => label),
      ...Object.values(policyRefusals.definitions).flatMap(({ what, advice }) => [what, advice]),
    ]
    for (const text of texts) {
      for (const language of languages) expect(text[language].length).toBeGreaterThan(5)
    }
    const refusal = refusalOf(
      decideAccess(request('statistician', 'linkage', 'plain'), noRegisters),
    )
    expect(refusal).toBeInstanceOf(Refusal)
    expect(refusal?.code).toBe('policy.role-lacks-purpose')
    expect(refusal?.what('es')).toContain('«Reconocer qué registros son de una misma persona»')
  })

  it('keeps roles apart that check each other', () => {
    expect(findConflictingRoles(['statistician', 'administrator'])).toEqual([
      'administrator',
      'statistician',
    ])
    expect(findConflictingRoles(['data-officer', 'linkage-officer'])).toBeUndefined()
    expect(isRole('root') || isPurpose('everything')).toBe(false)
  })
})
