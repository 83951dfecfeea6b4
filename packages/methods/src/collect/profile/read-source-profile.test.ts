import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../vocabulary/index.ts'
import { profileJsonSchema } from './profile-json-schema.ts'
import { profileRefusals } from './profile-refusals.ts'
import { readSourceProfile } from './read-source-profile.ts'

const root = new URL('../../../../../', import.meta.url)

const sound = {
  id: 'slv-entries',
  version: 1,
  recordType: 'movement',
  title: { es: 'Entradas', en: 'Entries', fr: 'Entrées' },
  dataset: 'slv-movements',
  source: { owner: 'o', title: 't', licence: 'l', citation: 'c' },
  layout: { format: 'csv' },
  fields: {
    country: { constant: 'SLV' },
    crossed_on: { column: 'FECHA', date: 'dd/MM/yyyy' },
    direction: { column: 'MOV', codes: { '1': 'arrival', '2': 'departure' } },
  },
}

/** The refusal that a changed profile meets. */
function refusalOf(change: object): Refusal {
  try {
    readSourceProfile({ ...sound, ...change })
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('The profile was not refused')
}

const withField = (id: string, mapping: object) => ({ fields: { ...sound.fields, [id]: mapping } })

describe('a source profile', () => {
  test('is read with its defaults', () => {
    const profile = readSourceProfile(sound)
    expect(profile.synthetic).toBe(false)
    expect(profile.ignore).toEqual([])
    expect(profile.leaveOut).toEqual([])
  })

  test.each([
    [{ title: { es: 'x', en: 'x' } }, 'profile-part-missing', 'title.fr'],
    [{ timeZone: 'America/Tegucigalpo' }, 'profile-zone-unknown', 'timeZone'],
    [{ timeZone: 'EST' }, 'profile-zone-unknown', 'timeZone'],
    [
      withField('direction', { column: 'MOV', codes: { 'Sal\0ida': 'departure' } }),
      'profile-zero-byte',
      'fields.direction.codes.Sal␀ida',
    ],
    [{ ignore: ['a\0'] }, 'profile-zero-byte', 'ignore.0'],
    [
      withField('crossed_on', { column: 'F', date: 'dd/MM/yyyy HH:mm', timeZone: 'UTC' }),
      'profile-zone-of-place-missing',
      'fields.crossed_on.timeZone',
    ],
    [
      {
        timeZone: 'America/Panama',
        ...withField('crossed_on', { column: 'F', date: 'dd/MM/yyyy', timeZone: 'UTC' }),
      },
      'profile-zone-without-time',
      'fields.crossed_on.timeZone',
    ],
    [
      { split: [{ column: 'a', pattern: '(.*)/(.*)' }] },
      'profile-split-without-names',
      'split[0].pattern',
    ],
    [
      { split: [{ column: 'a', pattern: '(?<b>(a+)+)' }] },
      'profile-pattern-unusable',
      'split[0].pattern',
    ],
    [
      { split: [{ column: 'a', pattern: '(?<b>.)/(?<b>.)' }] },
      'profile-column-twice',
      'split[0].pattern',
    ],
    [{ title: 7 }, 'profile-expects-object', 'title'],
    [{ version: 0 }, 'profile-expects-whole-number', 'version'],
    [{ version: '1' }, 'profile-expects-number', 'version'],
    [{ id: 'SLV Entries' }, 'profile-expects-form', 'id'],
    [{ layout: { format: 'xls' } }, 'profile-expects-one-of', 'layout.format'],
    [{ layout: { format: 'csv', seperator: ';' } }, 'profile-part-unknown', 'layout'],
    [{ layout: { format: 'csv', sheet: 'Datos' } }, 'profile-layout-does-not-fit', 'layout.sheet'],
    [{ layout: { format: 'fixed' } }, 'profile-part-missing', 'layout.columns'],
    [
      {
        layout: {
          format: 'fixed',
          columns: [
            { name: 'a', start: 1, width: 2 },
            { name: 'A', start: 3, width: 1 },
          ],
        },
      },
      'profile-column-twice',
      'layout.columns[1]',
    ],
    [
      {
        layout: { format: 'fixed', lineLength: 4, columns: [{ name: 'a', start: 3, width: 3 }] },
      },
      'profile-expects-whole-number',
      'layout.columns[0].width',
    ],
    [{ synthetic: 'no' }, 'profile-expects-yes-or-no', 'synthetic'],
    [{ ignore: 'X' }, 'profile-expects-list', 'ignore'],
    [withField('sex', { column: [] }), 'profile-expects-list', 'fields.sex.column'],
    [
      withField('sex', { column: 'S', codes: [{ from: 'a', to: 'F', validFrom: '1/1/20' }] }),
      'profile-expects-form',
      'fields.sex.codes[0].validFrom',
    ],
    [withField('gender', { column: 'S' }), 'profile-field-unknown', 'fields.gender'],
    [
      withField('sex', { column: 'S', constant: 'F' }),
      'profile-field-needs-one-source',
      'fields.sex',
    ],
    [withField('sex', { missing: ['x'] }), 'profile-field-needs-one-source', 'fields.sex'],
    [
      withField('sex', { column: 'S', date: 'yyyy' }),
      'profile-part-does-not-fit',
      'fields.sex.date',
    ],
    [
      withField('sex', { constant: 'FEMALE' }),
      'profile-constant-unreadable',
      'fields.sex.constant',
    ],
    [
      withField('authorised_days', { constant: 1.5 }),
      'profile-constant-unreadable',
      'fields.authorised_days.constant',
    ],
    [
      withField('sex', { column: 'S', codeList: 'genders' }),
      'profile-code-list-unknown',
      'fields.sex.codeList',
    ],
    [
      withField('sex', { column: 'S', codes: { '1': 'woman' } }),
      'profile-code-unknown',
      'fields.sex.codes["1"]',
    ],
    [
      withField('sex', { column: 'S', codes: { É: 'F', e: 'M' } }),
      'profile-codes-contradict',
      'fields.sex.codes["e"]',
    ],
    [
      withField('sex', { column: 'S', codes: { É: 'F', e: 'F' } }),
      'profile-code-twice',
      'fields.sex.codes["e"]',
    ],
    [
      withField('sex', {
        column: 'S',
        codes: [
          { from: '1', to: 'F', validTo: '2020-12-31' },
          { from: '1', to: 'M', validFrom: '2020-01-01' },
        ],
      }),
      'profile-codes-contradict',
      'fields.sex.codes[1]',
    ],
    [
      withField('sex', {
        column: 'S',
        codes: [{ from: '1', to: 'F', validFrom: '2021-01-01', validTo: '2020-12-31' }],
      }),
      'profile-validity-backwards',
      'fields.sex.codes[0]',
    ],
    [
      withField('sex', { column: 'S', codes: [{ from: '(?=a)', to: 'F', regex: true }] }),
      'profile-pattern-unusable',
      'fields.sex.codes[0].from',
    ],
    [
      withField('sex', { column: 'S', extract: '(' }),
      'profile-pattern-unusable',
      'fields.sex.extract',
    ],
    [
      withField('birth_date', { column: 'N', date: ['dd/MM/yyyy', 'dd/nn/yyyy'] }),
      'profile-date-pattern-unusable',
      'fields.birth_date.date[1]',
    ],
    [
      withField('birth_date', { column: 'N', date: 'MM/yyyy' }),
      'profile-date-incomplete',
      'fields.birth_date.date',
    ],
    [
      withField('birth_date', { column: 'N', date: 'dd/MM/yy' }),
      'profile-pivot-missing',
      'fields.birth_date.date',
    ],
    [withField('sex', { template: 'no columns' }), 'profile-expects-form', 'fields.sex.template'],
    [{ ignore: ['FECHA'] }, 'profile-column-ignored-and-read', 'fields.crossed_on'],
    [
      { rules: { 'movement.no-such-rule': { level: 'off', reason: 'x' } } },
      'profile-rule-unknown',
      'rules["movement.no-such-rule"]',
    ],
    [{ country: 'ZZZ' }, 'profile-code-unknown', 'country'],
  ])('changed to %j is refused: %s at %s', (change, code, place) => {
    const refusal = refusalOf(change)
    expect(refusal.code).toBe(`collect.${code}`)
    expect(refusal.details['place']).toBe(place)
    for (const language of ['es', 'en', 'fr'] as const) {
      const words = `${refusal.what(language)} ${refusal.advice(language)}`
      expect(words).toContain(place)
      expect(words).not.toMatch(/\{\w+\}/)
    }
  })

  test('of a record type that does not exist names those that do', () => {
    const refusal = refusalOf({ recordType: 'crossing' })
    expect(refusal.advice('es')).toContain('movement, permit, residence')
  })

  test('without a required field is refused, unless the field follows from another', () => {
    const { country, direction } = sound.fields
    const refusal = refusalOf({ fields: { country, direction } })
    expect(refusal.code).toBe('collect.profile-required-field-unmapped')
    const crossed_at = { column: 'HORA', date: 'yyyy-MM-dd HH:mm' }
    const profile = readSourceProfile({ ...sound, fields: { country, direction, crossed_at } })
    expect(Object.keys(profile.fields)).toContain('crossed_at')
  })

  test('may say the same code twice for different years, and once by default', () => {
    const codes = [
      { from: '1', to: 'F', validTo: '2019-12-31' },
      { from: '1', to: 'M', validFrom: '2020-01-01' },
      { from: '1', to: '_U' },
    ]
    expect(() =>
      readSourceProfile({ ...sound, ...withField('sex', { column: 'S', codes }) }),
    ).not.toThrow()
  })
})

describe('the profiles that come with the platform', () => {
  const folder = fileURLToPath(new URL('data/profiles/', root))
  test.each(readdirSync(folder))('%s is sound', (name) => {
    const profile = readSourceProfile(JSON.parse(readFileSync(folder + name, 'utf8')))
    expect(`${profile.id}.json`).toBe(name)
    expect(profile.source.licence).not.toBe('')
  })
})

test('what is wrong with an expression is told in the language of whoever reads', () => {
  const explodes = withField('sex', {
    column: 'S',
    codes: [{ from: '(a+)+', to: 'F', regex: true }],
  })
  expect(refusalOf(explodes).what('es')).toContain('una repetición dentro de otra')
  expect(refusalOf(explodes).what('fr')).toContain('une répétition dans une répétition')
})

test('the JSON schema of the documentation is the one of the code', () => {
  const page = new URL('docs/reference/source-profile.schema.json', root)
  expect(JSON.parse(readFileSync(page, 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(profileJsonSchema())),
  )
})

test('every refusal has words in three languages', () => {
  for (const { what, advice } of Object.values(profileRefusals.definitions)) {
    for (const text of [what, advice]) {
      expect(Object.values(text).every((words) => words.endsWith('.'))).toBe(true)
    }
  }
})
