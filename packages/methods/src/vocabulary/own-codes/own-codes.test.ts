import { expect, test } from 'vitest'
import { createCodeListBook, getCodeList, listCodeLists } from '../code-lists/index.ts'
import { codeOn } from '../code-in-force.ts'
import { findCode } from '../find-code.ts'
import {
  additionTo,
  findFaultOfCode,
  findFaultOfEnd,
  openLists,
  ownCodesOf,
  standardOf,
  type OwnCode,
} from './index.ts'

const pilgrimage: OwnCode = {
  list: 'purpose',
  code: 'HN-pilgrimage',
  label: { es: 'Peregrinación', en: 'Pilgrimage', fr: 'Pèlerinage' },
  standard: 'religion',
  validFrom: '2026-01-01',
}
const post: OwnCode = {
  list: 'border-posts',
  code: 'HND-NEW',
  label: { es: 'Puesto Nuevo', en: 'New Post', fr: 'Nouveau Poste' },
  parent: 'HND',
  validFrom: '2026-01-01',
}
const bookWith = (...own: OwnCode[]) =>
  createCodeListBook(
    [...new Set(own.map(({ list }) => list))].map((id) => additionTo(getCodeList(id), own)),
  )
const faultOf = (code: OwnCode, ...before: OwnCode[]) =>
  findFaultOfCode(code, (id) => bookWith(...before).find(id))?.kind

test('a code that names what it counts as, or where it lies, may be added', () => {
  expect(faultOf(pilgrimage)).toBeUndefined()
  expect(faultOf(post)).toBeUndefined()
  const label = { es: 'Trueque', en: 'Barter', fr: 'Troc' }
  expect(faultOf({ ...pilgrimage, label, standard: '_O' })).toBeUndefined()
})

test('every list to which codes may be added is one of the platform', () => {
  const ids = listCodeLists().map(({ id }) => id)
  expect(openLists.filter((id) => !ids.includes(id))).toEqual([])
})

test.each<[string, Partial<OwnCode>]>([
  ['list-unknown', { list: 'purposes' }],
  ['list-closed', { list: 'direction' }],
  ['list-closed', { list: 'countries' }],
  ['code-malformed', { code: '_X' }],
  ['code-malformed', { code: 'peregrinación' }],
  ['code-malformed', { code: 'a b' }],
  ['standard-redefined', { code: 'religion' }],
  ['standard-redefined', { code: 'RELIGION' }],
  ['day-wrong', { validFrom: '2026-02-30' }],
  ['day-wrong', { validTo: 'mañana' }],
  ['end-before-start', { validTo: '2025-12-31' }],
  ['name-missing', { label: { ...pilgrimage.label, fr: ' ' } }],
  ['standard-missing', { standard: undefined }],
  ['standard-unknown', { standard: 'pilgrims' }],
  ['standard-unknown', { standard: '_T' }],
  ['name-taken', { label: { ...pilgrimage.label, es: 'TURISMO' } }],
  ['name-taken', { aliases: ['vacances'] }],
  [
    'name-taken',
    { aliases: ['Religious purposes'], label: { ...pilgrimage.label, en: 'Religion' } },
  ],
  ['name-taken', { aliases: ['Otros'] }],
])('is refused: %s %o', (kind, change) => {
  expect(faultOf({ ...pilgrimage, ...change })).toBe(kind)
})

test('a code of a node is added once, and never for a second meaning', () => {
  expect(faultOf(pilgrimage, pilgrimage)).toBe('code-exists')
  const ended = { ...pilgrimage, validTo: '2026-06-30' }
  expect(faultOf(pilgrimage, ended)).toBe('code-exists')
  expect(faultOf({ ...pilgrimage, validFrom: '2026-07-01' }, ended)).toBe('code-ended')
  const other = { ...pilgrimage, code: 'HN-romeria' }
  expect(faultOf(other, pilgrimage)).toBe('name-taken')
  expect(faultOf({ ...other, standard: 'HN-pilgrimage' }, pilgrimage)).toBe('standard-unknown')
})

test('a place lies in a place that is in force, and two countries may have posts of one name', () => {
  expect(faultOf({ ...post, parent: undefined })).toBe('parent-missing')
  expect(faultOf({ ...post, parent: 'QQQ' })).toBe('parent-unknown')
  expect(faultOf({ ...post, parent: 'ANT' })).toBe(
    getCodeList('countries').codes.some(({ code }) => code === 'ANT')
      ? 'parent-not-in-force'
      : 'parent-unknown',
  )
  expect(faultOf({ ...post, code: 'GTM-NEW', parent: 'GTM' }, post)).toBeUndefined()
  expect(faultOf({ ...post, code: 'HND-NEW2' }, post)).toBe('name-taken')
})

test('an own code is found by its names, counts as its standard, and gives way to its heir', () => {
  expect(faultOf({ ...pilgrimage, validFrom: '2020-01-01' })).toBeUndefined()
  const heir = {
    ...pilgrimage,
    code: 'HN-romeria',
    label: { es: 'Romería', en: 'Romeria', fr: 'Romeria' },
    validFrom: '2027-01-01',
  }
  const list = bookWith(
    { ...pilgrimage, validTo: '2026-12-31', replacedBy: 'HN-romeria' },
    heir,
  ).get('purpose')
  expect(findCode(list, 'PEREGRINACION')?.code).toBe('HN-pilgrimage')
  expect(standardOf(list, 'HN-pilgrimage')).toBe('religion')
  expect(standardOf(list, 'work')).toBe('work')
  expect(ownCodesOf(list, 'religion')).toEqual(['HN-pilgrimage', 'HN-romeria'])
  expect(codeOn(list, 'HN-pilgrimage', '2025-12-31')).toBe('religion')
  expect(codeOn(list, 'HN-pilgrimage', '2026-12-31')).toBe('HN-pilgrimage')
  expect(codeOn(list, 'HN-pilgrimage', '2027-01-01')).toBe('HN-romeria')
})

test('in a list whose codes lie in each other an own code lies in the one that it counts as', () => {
  const cause: OwnCode = {
    ...pilgrimage,
    list: 'incident-causes',
    code: 'HN-river',
    label: { es: 'Crecida', en: 'Flash flood', fr: 'Crue' },
    standard: 'drowning',
  }
  const code = bookWith(cause)
    .get('incident-causes')
    .codes.find((each) => each.code === 'HN-river')
  expect(code?.parent).toBe('drowning')
  const purpose = bookWith(pilgrimage).get('purpose').codes.at(-1)
  expect(purpose).toMatchObject({ code: 'HN-pilgrimage', standing: 'own' })
  expect(purpose).not.toHaveProperty('parent')
})

test.each<[string | undefined, { on?: string; code?: string; replacedBy?: string }]>([
  [undefined, {}],
  [undefined, { replacedBy: 'religion' }],
  ['standard-redefined', { code: 'religion' }],
  ['code-unknown', { code: 'HN-none' }],
  ['day-wrong', { on: '31/12/2026' }],
  ['end-before-start', { on: '2025-12-31' }],
  ['replacement-unfit', { replacedBy: 'HN-pilgrimage' }],
  ['replacement-unfit', { replacedBy: 'HN-none' }],
])('to end a code: %s %o', (kind, change) => {
  const book = bookWith(pilgrimage)
  const end = { list: 'purpose', code: 'HN-pilgrimage', on: '2026-12-31', ...change }
  expect(findFaultOfEnd(end, (id) => book.find(id), book.list())?.kind).toBe(kind)
})

test('a place in which others lie does not end before them', () => {
  const department: OwnCode = {
    ...post,
    list: 'departments',
    code: 'HN99',
    label: { es: 'Nuevo Depto', en: 'New Dept', fr: 'Nouveau Dépt' },
  }
  const town: OwnCode = {
    ...department,
    list: 'municipalities',
    code: 'HN9901',
    parent: 'HN99',
    label: { es: 'Pueblo Uno', en: 'Town One', fr: 'Ville Une' },
  }
  expect(faultOf(town, department)).toBeUndefined()
  const book = bookWith(department, town)
  const end = { list: 'departments', code: 'HN99', on: '2026-12-31' }
  expect(findFaultOfEnd(end, (id) => book.find(id), book.list())).toEqual({
    kind: 'has-children',
    code: 'HN99',
    children: 'HN9901',
  })
})
