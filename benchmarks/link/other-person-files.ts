import type { RandomGenerator } from '@caudal/methods/numerics'

/** Layouts of the second generator: the four common ones in other columns, and telephones. */
export const otherLayouts = ['febrl', 'mail', 'trades', 'hispanic', 'phones'] as const

export type OtherLayout = (typeof otherLayouts)[number]

type Row = Record<string, string>

const women =
  'ana lucia sofia elena paula nadia ingrid helga marta irina yasmin fatima leila aisha wendy tracy karen donna sheila brenda carol joyce diane janet ruth alma noemi ester pilar nuria'
const men =
  'ivan pablo diego bruno tomas felix hugo igor omar karim yusuf hassan wayne trevor keith barry dennis roger glenn bruce craig derek alan ralph saul noel abel ciro ismael joel'
const families =
  'lopez perez gomez diaz mora vega rios soto luna campos paredes salas ibarra montoya cardenas novak kowalski petrov ivanov schmidt weber fischer keller haddad mansour nasser okafor mensah diallo traore nguyen tran pham chen wang zhang singh patel khan ali costa silva souza rocha moreau dubois laurent garnier'
const towns =
  'esquipulas panajachel livingston tecpan coban jalapa flores antigua zacapa mixco salama solola quiche chimaltenango retalhuleu escuintla amatitlan cuilapa jutiapa totonicapan'
const roads = 'calle real,avenida norte,paseo del rio,camino viejo,boulevard sur,calzada central'
const trades =
  'electrician,plumber,accountant,cashier,waiter,mechanic,architect,surveyor,translator,librarian,fisherman,shepherd,seamstress,welder,roofer,midwife,dentist,pharmacist'
const nicknames: Readonly<Record<string, string>> = {
  elena: 'nena',
  sofia: 'sofi',
  pablo: 'pablito',
  diego: 'dieguito',
  tomas: 'tomi',
  ismael: 'isma',
  wendy: 'wen',
  trevor: 'trev',
  dennis: 'den',
  donna: 'don',
}

/** One of a list, its first entries more often than its last. */
function often(list: string, random: RandomGenerator): string {
  const entries = list.split(list.includes(',') ? ',' : ' ')
  return entries[Math.floor(entries.length * random.uniform() ** 1.7)]!
}

/** A surname of a long tail: two of three are put together of a start and an end. */
function surname(random: RandomGenerator): string {
  if (random.chance(0.35)) return often(families, random)
  const starts = 'bar cor del fan gar hol jan kel lor mar nor pal quin ros sal tor ul val win zam'
  const middles = 'a e i o u an el in or ur'
  const ends = 'bo cas dez gan la mos nez po ria sky ton var wick zo'
  return [starts, middles, ends]
    .map((part) => part.split(' ')[random.below(part.split(' ').length)]!)
    .join('')
}

const upperFirst = (text: string) =>
  text.replace(/(^|[ -])(\p{L})/gu, (whole) => whole.toUpperCase())

function registered(layout: OtherLayout, random: RandomGenerator): Row {
  const given = often(random.chance(0.5) ? women : men, random)
  const second = random.chance(0.5) ? often(random.chance(0.5) ? women : men, random) : ''
  const [family, maternal] = [surname(random), surname(random)]
  const year = 1935 + random.below(75)
  const month = String(1 + random.below(12)).padStart(2, '0')
  const day = String(1 + random.below(28)).padStart(2, '0')
  const town = often(towns, random)
  const number = (digits: number) =>
    Array.from({ length: digits }, () => String(random.below(10))).join('')
  const born = `${year}-${month}-${day}`
  switch (layout) {
    case 'febrl':
      return {
        given_name: given,
        surname: family,
        date_of_birth: born.replaceAll('-', ''),
        address: `${1 + random.below(300)} ${surname(random)} ${often(roads, random)}`,
        soc_sec_id: number(7),
      }
    case 'mail':
      return {
        first_name: upperFirst(given),
        surname: upperFirst(family),
        dob: born,
        city: upperFirst(town),
        email: `${given}.${family}${random.chance(0.3) ? year % 100 : ''}@${random.chance(0.5) ? 'correo' : 'mail'}.example`,
      }
    case 'trades':
      return {
        full_name: upperFirst([given, second, family].filter((word) => word !== '').join(' ')),
        birth_place: upperFirst(town),
        occupation: often(trades, random),
        postcode: `${1 + random.below(22)}`.padStart(2, '0') + number(3),
      }
    case 'hispanic':
      return {
        nombres: upperFirst([given, second].join(' ').trim()),
        primer_apellido: upperFirst(family),
        segundo_apellido: random.chance(0.92) ? upperFirst(maternal) : '',
        fecha_nacimiento: born,
        tipo_documento: random.chance(0.8) ? 'DPI' : 'Pasaporte',
        numero_documento: number(random.chance(0.8) ? 13 : 9),
        municipio: upperFirst(town),
      }
    case 'phones':
      return {
        full_name: upperFirst(`${given} ${family}`),
        dob: born,
        phone: `+502 ${number(4)} ${number(4)}`,
        city: upperFirst(town),
      }
  }
}

const keyboard = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890']

/** A slip of the finger: a neighbour on the keyboard, a letter lost, doubled or exchanged. */
function mistype(text: string, random: RandomGenerator): string {
  if (text.length < 2) return text
  const at = random.below(text.length - 1)
  const here = text[at]!
  const row = keyboard.find((keys) => keys.includes(here.toLowerCase()))
  const near = row?.[Math.min(row.length - 1, row.indexOf(here.toLowerCase()) + 1)] ?? here
  const made = [near, '', here + here, text[at + 1]! + here][random.below(4)]!
  return text.slice(0, at) + made + text.slice(at + (made.length === 2 && made[0] !== here ? 2 : 1))
}

function rewriteDate(text: string, random: RandomGenerator): string {
  const digits = text.replace(/\D/g, '')
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)]
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
  return [
    `${day}/${month}/${year}`,
    `${day}.${month}.${year}`,
    `${year}/${month}/${day}`,
    `${Number(day)} ${months[Number(month) - 1]} ${year}`,
    `${year}-${day}-${month}`,
  ][random.below(Number(day) <= 12 ? 5 : 4)]!
}

/** One thing that goes wrong with a row, in place. */
function corrupt(row: Row, random: RandomGenerator): void {
  const columns = Object.keys(row)
  const column = columns[random.below(columns.length)]!
  const value = row[column]!
  const names = columns.filter((name) => /name|nombre|apellido/.test(name))
  switch (random.below(10)) {
    case 0:
    case 1:
    case 2:
    case 3:
      row[column] = mistype(value, random)
      return
    case 4:
    case 5:
      row[column] = ''
      return
    case 6: {
      const [one, other] = [names[0]!, names.at(-1)!]
      if (one === other) row[one] = row[one]!.split(' ').reverse().join(' ')
      else [row[one], row[other]] = [row[other]!, row[one]!]
      return
    }
    case 7:
      row[names[0]!] = row[names[0]!]!.replace(/^\p{L}+/u, (word) => {
        const short = nicknames[word.toLowerCase()]
        return short === undefined ? word : upperFirst(short)
      })
      return
    case 8:
      row[names[0]!] = row[names[0]!]!.replace(/^(\p{L})\p{L}+ (?=\p{L})/u, '$1. ')
      return
    default: {
      const date = columns.find((name) => /birth$|dob|fecha/.test(name))
      if (date !== undefined && /^\d{4}-?\d{2}-?\d{2}$/.test(row[date]!))
        row[date] = rewriteDate(row[date]!, random)
    }
  }
}

/**
 * Lines of a labelled file by another hand than `drawPersonFile`: rows of text are made first and spoilt
 * as texts, so that any value may suffer anything. One to three further records of half the persons; some
 * in capital letters, some with dates written otherwise.
 *
 * @param slips things that go wrong with a further record, on average
 */
export function* drawOtherPersonFile(
  layout: OtherLayout,
  persons: number,
  slips: number,
  random: RandomGenerator,
): Generator<string> {
  let record = 0
  for (let person = 0; person < persons; person += 1) {
    const row = registered(layout, random)
    if (person === 0) yield ['id', ...Object.keys(row), 'label'].join(',')
    const further = random.chance(0.5) ? 1 + random.below(3) : 0
    for (let copy = 0; copy <= further; copy += 1) {
      const written = { ...row }
      if (copy > 0) {
        for (let slip = 0; slip < 2 * slips; slip += 1)
          if (random.chance(0.5)) corrupt(written, random)
        if (random.chance(0.1))
          for (const column of Object.keys(written))
            written[column] = written[column]!.toUpperCase()
      }
      record += 1
      // ids say nothing of persons
      yield [(record * 7919) % 1_000_003, ...Object.values(written), `p${person}`].join(',')
    }
  }
}
