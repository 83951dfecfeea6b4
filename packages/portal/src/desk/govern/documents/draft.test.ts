import { describe, expect, it } from 'vitest'
import { registerFields } from '@caudal/methods/govern'
import { askedFields, contentOf, draftOf, missingFields } from './draft.ts'

const countryOf = (institution: string) => institution.slice(0, 2).toUpperCase() + 'X'

describe('A document on its form', () => {
  it('comes back as it was, whatever its fields are', () => {
    const agreement = {
      title: 'Crossings',
      provider: { institution: 'hn-inm', country: 'HND' },
      recipient: { institution: 'hn-ine', country: 'HND' },
      purposes: ['statistics'],
      fields: { movement: ['age', 'sex'] },
      from: '2026-01-01',
      until: '2026-12-31',
      retentionDays: 365,
      onwardTo: [],
      signedByProvider: { by: 'ana', on: '2026-01-02' },
    }
    const activity = {
      title: 'Crossings',
      controller: 'hn-inm',
      legalBasis: 'consent',
      citation: 'art. 8',
      purposes: ['collection'],
      compatible: [{ purpose: 'linkage', because: 'counted once' }],
      recordTypes: ['movement'],
      persons: 'travellers',
      retention: { identitiesDays: 30, recordsDays: 60 },
      consent: { bundledWithService: false, howToWithdraw: 'by letter' },
    }
    const breach = {
      noticedAt: '2026-05-29T10:00:00.000Z',
      what: 'a lost disk',
      personsAffected: null,
      measures: 'its key was destroyed',
    }
    for (const [fields, content] of [
      [registerFields.agreement, agreement],
      [registerFields.activity, activity],
      [registerFields.breach, breach],
    ] as const) {
      expect(contentOf(fields, draftOf(fields, content), content, countryOf)).toEqual(content)
    }
  })

  it('takes the country of an institution that was chosen anew from the register', () => {
    const fields = registerFields.agreement
    const before = { provider: { institution: 'hn-inm', country: 'HND' } }
    const draft = { ...draftOf(fields, before), provider: 'gt-igm' }
    expect(contentOf(fields, draft, before, countryOf)).toMatchObject({
      provider: { institution: 'gt-igm', country: 'GTX' },
    })
  })

  it('asks about consent where consent is the legal basis, and leaves it out elsewhere', () => {
    const fields = registerFields.activity
    const places = (legalBasis: string) =>
      askedFields(fields, { ...draftOf(fields), legalBasis }).map(({ place }) => place)
    expect(places('law')).not.toContain('consent.howToWithdraw')
    expect(places('consent')).toContain('consent.howToWithdraw')
    const draft = { ...draftOf(fields), legalBasis: 'law', 'consent.howToWithdraw': 'by letter' }
    expect(contentOf(fields, draft, {}, countryOf)).not.toHaveProperty('consent')
  })

  it('says what is missing, and not what may be', () => {
    const fields = registerFields.complaint
    const missing = missingFields(fields, { ...draftOf(fields), what: ' ' })
    expect(missing.map(({ place }) => place)).toEqual(['receivedOn', 'what', 'dueOn'])
  })
})
