import { describe, expect, it } from 'vitest'
import {
  type AccessRequest,
  anonymous,
  ceilingOf,
  decideAccess,
  decideRecord,
  noRegisters,
  type PolicyRegisters,
  type Purpose,
  purposes,
  purposesOf,
  refusalOf,
  type Role,
  roles,
  wholeRefusal,
} from '../index.ts'
import { actorWith, derogation, request } from './testing-requests.ts'

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
