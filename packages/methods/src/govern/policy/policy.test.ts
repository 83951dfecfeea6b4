import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages, Refusal } from '../../vocabulary/index.ts'
import {
  type AccessRequest,
  allowances,
  anonymous,
  decideAccess,
  decideOperation,
  findConflictingRoles,
  isPurpose,
  isRole,
  noRegisters,
  type Operation,
  operations,
  policyRefusals,
  type PolicyRegisters,
  type Purpose,
  purposes,
  refusalOf,
  type Role,
  roles,
  ruleOf,
} from '../index.ts'
import { actorWith, agreement, derogation, foreign, request } from './testing-requests.ts'

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
