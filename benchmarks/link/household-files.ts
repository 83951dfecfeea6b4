import type { RandomGenerator } from '@caudal/methods/numerics'
import {
  drawEnglishFamily,
  drawFrom,
  drawSpanishFamily,
} from '../../packages/platform/src/link/testing-person-names.ts'

/** The four common schemas, each as its users write it. */
export const householdLayouts = ['register', 'contacts', 'biographies', 'documentos'] as const

export type HouseholdLayout = (typeof householdLayouts)[number]

interface Member {
  readonly woman: boolean
  given: string
  family: string
  readonly maternal: string
  readonly born: string
  address: string
  town: string
  readonly birthPlace: string
  postcode: string
  readonly document: string
  readonly email: string
  readonly trade: string
}

const headers: Readonly<Record<HouseholdLayout, string>> = {
  register: 'rec_id,given_name,surname,date_of_birth,address,soc_sec_id,entity_id',
  contacts: 'record_id,first_name,surname,dob,city,email,label',
  biographies: 'unique_id,full_name,birth_place,occupation,postcode,person',
  documentos:
    'id,nombres,apellido_paterno,apellido_materno,fecha_nacimiento,tipo_documento,numero_documento,cluster',
}

const petNames: Readonly<Record<string, string>> = Object.fromEntries(
  'John Jack,William Bill,Robert Bobby,Edward Ted,Charles Chuck,Henry Hank,Margaret Peggy,Elizabeth Betty,Mary Molly,Sarah Sally,Dorothy Dot,Patricia Trish,Jennifer Jen,Daniel Dan,Matthew Matt,Nicholas Nick,Christopher Chris,Andrew Drew,Susan Sue,Rebecca Becky,José Chepe,Francisco Chico,Manuel Meme,Jesús Chus,Roberto Beto,Ricardo Richi,Luis Lucho,Concepción Concha,Dolores Lola,Rosario Chayo,Mercedes Meche,Guadalupe Lupita,María Mari,Francisca Paca,Josefina Chepina,Isabel Chabela'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
)

const digits = (count: number, random: RandomGenerator) =>
  Array.from({ length: count }, () => String(random.below(10))).join('')

function drawHome(spanish: boolean, random: RandomGenerator) {
  const road = spanish ? drawSpanishFamily(random) : drawEnglishFamily(random)
  return {
    address: `${1 + random.below(180)} ${road} ${drawFrom('roads', random)}`,
    town: drawFrom(spanish ? 'municipios' : 'towns', random),
    postcode: `${'ABCDEFGHKLM'[random.below(11)]!}${1 + random.below(60)} ${digits(1, random)}XY`,
  }
}

/** Parents, children who may be twins, and one son in five called like his father. */
function drawHousehold(spanish: boolean, random: RandomGenerator): Member[] {
  const surname = () => (spanish ? drawSpanishFamily(random) : drawEnglishFamily(random))
  const given = (woman: boolean) => {
    const list = spanish ? (woman ? 'mujeres' : 'hombres') : woman ? 'women' : 'men'
    const first = drawFrom(list, random)
    return random.chance(0.35) ? `${first} ${drawFrom(list, random)}` : first
  }
  const home = drawHome(spanish, random)
  const [his, hers] = [surname(), surname()]
  const born = (from: number, years: number) =>
    `${from + random.below(years)}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`
  const member = (woman: boolean, family: string, maternal: string, birth: string): Member => {
    const name = given(woman)
    const host = drawFrom('towns', random).toLowerCase()
    return {
      woman,
      given: name,
      family,
      maternal,
      born: birth,
      ...home,
      birthPlace: drawFrom(spanish ? 'municipios' : 'towns', random),
      document: spanish ? digits(13, random) : digits(7, random),
      email: random.chance(0.7)
        ? `${name.split(' ')[0]!.toLowerCase()}${digits(1 + random.below(4), random)}@${host}.example`
        : `${'bcdfgmnprst'[random.below(11)]!}${'aeiou'[random.below(5)]!}${digits(5, random)}@mail.example`,
      trade: drawFrom('trades', random),
    }
  }
  const father = member(false, his, surname(), born(1940, 35))
  const mother = member(true, hers, surname(), born(1942, 35))
  const members = [father, mother]
  const children = random.below(4)
  const twins = random.chance(0.06)
  for (let child = 0; child < children; child += 1) {
    const birth = twins && child === 1 ? members.at(-1)!.born : born(1978, 30)
    const one = member(random.chance(0.5), his, spanish ? hers : '', birth)
    if (!one.woman && random.chance(0.2)) one.given = father.given
    members.push(one)
  }
  return members
}

const misread: Readonly<Record<string, string>> = { 0: 'O', 1: 'l', 2: 'Z', 5: 'S', 6: 'b', 8: 'B' }

type Event = (member: Member, written: string[], random: RandomGenerator) => void

/** What happens to a row as text: a column is found by what its name says. */
function rowEvents(columns: readonly string[]): Event[] {
  const at = (pattern: RegExp) => columns.findIndex((name) => pattern.test(name))
  const change = (
    pattern: RegExp,
    how: (value: string, random: RandomGenerator) => string,
  ): Event => {
    const place = at(pattern)
    return (_, written, random) => {
      if (place !== -1) written[place] = how(written[place]!, random)
    }
  }
  const named = /given|first_name|full_name|nombres/
  return [
    // a field of few letters
    change(/name|nombres|address/, (text, random) => text.slice(0, 5 + random.below(4))),
    change(/surname|apellido_paterno|full_name/, (text, random) =>
      text.slice(0, 6 + random.below(5)),
    ),
    change(named, (text) => text.replace(/^\S+/, (word) => petNames[word] ?? word)),
    change(named, (text) => text.replace(/^(\S+) (\S+)(?= |$)/, '$2')),
    change(/birth$|dob|fecha/, (text) => text.replace(/^(\d{4})-?(\d{2})-?(\d{2})$/, '$1-$3-$2')),
    // read by a machine
    change(/soc_sec|numero_documento|postcode|address/, (text, random) => {
      const places = [...text.matchAll(/[012568]/g)].map(({ index }) => index)
      if (places.length === 0) return text
      const place = places[random.below(places.length)]!
      return text.slice(0, place) + misread[text[place]!]! + text.slice(place + 1)
    }),
    change(/address/, (text, random) =>
      text.replace(/^\d+/, (house) => house.slice(0, -1) + digits(1, random)),
    ),
    change(/^(surname|apellido_paterno|full_name)$/, (text) =>
      text.replaceAll(/a(?=.)|e(?=.)/g, (l) => (l === 'a' ? 'e' : 'a')),
    ),
    // half of the row was never filled in
    (_, written, random) => {
      for (let column = 1; column < written.length; column += 1)
        if (random.chance(0.4)) written[column] = ''
    },
  ]
}

function write(layout: HouseholdLayout, one: Member): string[] {
  switch (layout) {
    case 'register':
      return [one.given, one.family, one.born.replaceAll('-', ''), one.address, one.document]
    case 'contacts':
      return [one.given, one.family, one.born, one.town, one.email]
    case 'biographies':
      return [`${one.given} ${one.family}`, one.birthPlace, one.trade, one.postcode]
    case 'documentos':
      return [one.given, one.family, one.maternal, one.born, 'DPI', one.document]
  }
}

/**
 * Lines of a labelled file of households: husband and wife, father and son of one name at one address, twins.
 * Between their records people marry and take another surname, and move house; what is written is cut off,
 * misread, half empty, with pet names and days for months.
 *
 * @param events things that happen to a further record, on average
 */
export function* drawHouseholdFile(
  layout: HouseholdLayout,
  households: number,
  events: number,
  random: RandomGenerator,
): Generator<string> {
  yield headers[layout]
  const spanish = layout === 'documentos'
  const happenings = rowEvents(headers[layout].split(',').slice(1, -1))
  let record = 0
  let person = 0
  for (let household = 0; household < households; household += 1) {
    for (const member of drawHousehold(spanish, random)) {
      const further = random.chance(0.55) ? 1 + random.below(2) : 0
      for (let copy = 0; copy <= further; copy += 1) {
        const now = { ...member }
        if (copy > 0 && random.chance(0.1)) Object.assign(now, drawHome(spanish, random))
        if (copy > 0 && member.woman && random.chance(0.12))
          now.family = spanish
            ? `${member.family} de ${drawSpanishFamily(random)}`
            : drawEnglishFamily(random)
        const written = write(layout, now)
        for (let event = 0; copy > 0 && event < 2 * events; event += 1)
          if (random.chance(0.5)) happenings[random.below(happenings.length)]!(now, written, random)
        record += 1
        yield [`h${(record * 7919) % 1_000_003}`, ...written, `p${person}`].join(',')
      }
      person += 1
    }
  }
}
