import type { RandomGenerator } from '@caudal/methods/numerics'
import {
  drawEnglishFamily,
  drawFrom,
  drawSpanishFamily,
  shortForm,
} from './testing-person-names.ts'

/** The four layouts in which labelled files of persons commonly come. */
export type PersonLayout = 'register' | 'contacts' | 'biographies' | 'documentos'

export interface PersonFileOptions {
  readonly layout: PersonLayout
  readonly persons: number
  /** Most further records of one person; the number is drawn evenly from 0 among those duplicated. */
  readonly mostDuplicates: number
  /** Share of persons with any further record. */
  readonly duplicated: number
  /** Errors a further record has on average. */
  readonly errors: number
  /** Share of values that any record lacks, beside those lost by error. */
  readonly missing?: number
  /** Share of persons who live with the one before: same surnames and address, one in twenty a twin. */
  readonly households?: number
  /** Share of further records with given and family name exchanged, with day and month, and with a short name. */
  readonly exchanged?: number
}

interface Person {
  given: string
  middle: string
  family: string
  maternal: string
  /** year · 10000 + month · 100 + day */
  born: number
  house: number
  road: string
  town: string
  postcode: string
  document: string
  email: string
  trade: string
  sex: string
}

const columns: Readonly<Record<PersonLayout, readonly string[]>> = {
  register: [
    'rec_id',
    'given_name',
    'surname',
    'date_of_birth',
    'address',
    'soc_sec_id',
    'cluster',
  ],
  contacts: ['unique_id', 'first_name', 'surname', 'dob', 'city', 'email', 'cluster'],
  biographies: ['id', 'full_name', 'birth_place', 'occupation', 'postcode', 'cluster'],
  documentos: [
    'id',
    'nombres',
    'apellido_paterno',
    'apellido_materno',
    'fecha_nacimiento',
    'sexo',
    'municipio',
    'numero_documento',
    'cluster',
  ],
}

/**
 * Lines of a labelled file, header first: every person once as registered, then again with errors. Unless
 * told otherwise a fifth of the persons live with somebody of the same family name and address; one in a
 * hundred has a twin. Ids are not in the order of persons.
 */
export function* drawPersonFile(
  options: PersonFileOptions,
  random: RandomGenerator,
): Generator<string> {
  const { layout, missing = 0, households = 0.2, exchanged = 0 } = options
  yield columns[layout].join(',')
  let record = 0
  let last: Person | undefined
  for (let cluster = 0; cluster < options.persons; cluster += 1) {
    const person = drawPerson(layout, last, households, random)
    last = person
    const copies = random.chance(options.duplicated) ? 1 + random.below(options.mostDuplicates) : 0
    for (let copy = 0; copy <= copies; copy += 1) {
      const written = copy === 0 ? person : spoil(person, layout, options.errors, exchanged, random)
      const id = `r${((record * 7919) % 9973).toString(36)}${record.toString(36)}`
      const values = line(layout, written).map((value) =>
        missing > 0 && random.chance(missing) ? '' : value,
      )
      yield [id, ...values, cluster].join(',')
      record += 1
    }
  }
}

function drawPerson(
  layout: PersonLayout,
  last: Person | undefined,
  households: number,
  random: RandomGenerator,
): Person {
  const spanish = layout === 'documentos'
  const woman = random.chance(0.5)
  const given = spanish
    ? drawFrom(woman ? 'mujeres' : 'hombres', random)
    : drawFrom(woman ? 'women' : 'men', random)
  const middle = random.chance(spanish ? 0.6 : 0.4)
    ? drawFrom(spanish ? (woman ? 'mujeres' : 'hombres') : woman ? 'women' : 'men', random)
    : ''
  const family = spanish ? drawSpanishFamily(random) : drawEnglishFamily(random)
  const town = drawFrom(spanish ? 'municipios' : 'towns', random)
  const year = 1930 + random.below(80)
  const person: Person = {
    given,
    middle,
    family,
    maternal: spanish && !random.chance(0.06) ? drawSpanishFamily(random) : '',
    born: year * 10000 + (1 + random.below(12)) * 100 + 1 + random.below(28),
    house: 1 + random.below(200),
    road: `${drawEnglishFamily(random)} ${drawFrom('roads', random)}`,
    town,
    postcode: `${town.slice(0, 2).toUpperCase()}${1 + random.below(30)} ${random.below(10)}${letter(random)}${letter(random)}`,
    document: String(1_000_000 + random.below(9_000_000)),
    email: random.chance(0.85) ? email(given, family, random) : '',
    trade: drawFrom('trades', random),
    sex: woman ? 'F' : 'M',
  }
  if (last !== undefined && random.chance(households)) {
    const { family: shared, maternal, house, road, town: home, postcode } = last
    Object.assign(person, { family: shared, maternal, house, road, town: home, postcode })
    if (random.chance(0.05)) person.born = last.born
  }
  return person
}

const letter = (random: RandomGenerator) => String.fromCharCode(65 + random.below(26))

function email(given: string, family: string, random: RandomGenerator): string {
  const host = ['example.com', 'example.org', 'example.net', 'mail.example'][random.below(4)]!
  const number = random.chance(0.6) ? String(random.below(1000)) : ''
  return `${given}${random.chance(0.5) ? '.' : ''}${family}${number}@${host}`.toLowerCase()
}

type Spoiler = (person: Person, random: RandomGenerator) => void

const slipIn =
  (
    field:
      | 'given'
      | 'family'
      | 'maternal'
      | 'road'
      | 'town'
      | 'postcode'
      | 'document'
      | 'email'
      | 'trade',
  ): Spoiler =>
  (person, random) => {
    person[field] = slip(person[field], random)
  }
const lose =
  (
    field:
      | 'given'
      | 'family'
      | 'maternal'
      | 'road'
      | 'town'
      | 'postcode'
      | 'document'
      | 'email'
      | 'trade'
      | 'middle',
  ): Spoiler =>
  (person) => {
    person[field] = ''
  }

function exchangeDayAndMonth(person: Person): void {
  const [day, month] = [person.born % 100, Math.floor(person.born / 100) % 100]
  if (day <= 12) person.born = Math.floor(person.born / 10000) * 10000 + day * 100 + month
}

function exchangeNames(person: Person): void {
  ;[person.given, person.family] = [person.family, person.given]
}

const date: readonly Spoiler[] = [
  (person, random) => {
    const digits = String(person.born)
    const at = 2 + random.below(6)
    const digit = String(random.below(10))
    person.born = Number(digits.slice(0, at) + digit + digits.slice(at + 1))
  },
  exchangeDayAndMonth,
  (person) => {
    person.born = 0
  },
]
const names: readonly Spoiler[] = [
  slipIn('given'),
  slipIn('family'),
  slipIn('given'),
  slipIn('family'),
  (person) => {
    person.given = shortForm(person.given)
  },
  exchangeNames,
  lose('given'),
  lose('middle'),
]

const spoilers: Readonly<Record<PersonLayout, readonly Spoiler[]>> = {
  register: [
    ...names,
    ...date,
    slipIn('road'),
    slipIn('road'),
    lose('road'),
    slipIn('document'),
    lose('document'),
    (person, random) => {
      person.house = 1 + random.below(200)
      person.road = `${drawEnglishFamily(random)} ${drawFrom('roads', random)}`
    },
  ],
  contacts: [
    ...names,
    ...date,
    slipIn('town'),
    lose('town'),
    slipIn('email'),
    lose('email'),
    lose('email'),
  ],
  biographies: [
    ...names,
    slipIn('town'),
    lose('town'),
    slipIn('trade'),
    lose('trade'),
    slipIn('postcode'),
    lose('postcode'),
    (person, random) => {
      person.trade = drawFrom('trades', random)
    },
  ],
  documentos: [
    ...names,
    ...date,
    slipIn('maternal'),
    lose('maternal'),
    slipIn('document'),
    lose('document'),
    slipIn('town'),
    (person) => {
      ;[person.family, person.maternal] = [
        person.maternal || person.family,
        person.maternal && person.family,
      ]
    },
    (person) => {
      for (const field of ['given', 'middle', 'family', 'maternal'] as const) {
        person[field] = person[field].normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
      }
    },
    (person) => {
      person.middle = person.middle.slice(0, 1)
    },
  ],
}

function spoil(
  person: Person,
  layout: PersonLayout,
  errors: number,
  exchanged: number,
  random: RandomGenerator,
): Person {
  const spoilt = { ...person }
  const kinds = spoilers[layout]
  // as many as a coin shows heads in twice the tosses: the mean asked for, some with none
  for (let i = 0; i < 2 * errors; i += 1) {
    if (random.chance(0.5)) kinds[random.below(kinds.length)]!(spoilt, random)
  }
  if (exchanged > 0) {
    if (random.chance(exchanged)) exchangeNames(spoilt)
    if (random.chance(exchanged)) exchangeDayAndMonth(spoilt)
    if (random.chance(exchanged)) spoilt.given = shortForm(spoilt.given)
  }
  return spoilt
}

/** One slip of the keyboard: a letter left out, doubled, exchanged or replaced. */
function slip(text: string, random: RandomGenerator): string {
  if (text.length < 3) return text
  const at = random.below(text.length - 1)
  const [before, here, next, after] = [
    text.slice(0, at),
    text[at]!,
    text[at + 1]!,
    text.slice(at + 2),
  ]
  const other = /\d/.test(here)
    ? String(random.below(10))
    : String.fromCharCode(97 + random.below(26))
  switch (random.below(4)) {
    case 0:
      return before + next + after
    case 1:
      return before + next + here + after
    case 2:
      return before + here + other + next + after
    default:
      return before + other + next + after
  }
}

function line(layout: PersonLayout, person: Person): readonly string[] {
  const { given, middle, family, maternal, born, house, road, town, postcode, document, sex } =
    person
  const both = [given, middle].filter((name) => name !== '').join(' ')
  const digits = String(born)
  const iso = born === 0 ? '' : `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  const address = road === '' ? '' : `${house} ${road}`
  const values: Readonly<Record<PersonLayout, readonly string[]>> = {
    register: [given, family, born === 0 ? '' : digits, address, document],
    contacts: [given, family, iso, town, person.email],
    biographies: [
      [both, family].filter((name) => name !== '').join(' '),
      town,
      person.trade,
      postcode,
    ],
    documentos: [both, family, maternal, iso.split('-').reverse().join('/'), sex, town, document],
  }
  return values[layout]
}
