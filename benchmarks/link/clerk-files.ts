import type { RandomGenerator } from '@caudal/methods/numerics'

/** The four common schemas, with other columns beside and other ways of writing. */
export const clerkLayouts = ['patients', 'members', 'notables', 'cedulas'] as const

export type ClerkLayout = (typeof clerkLayouts)[number]

export interface ClerkFileOptions {
  readonly layout: ClerkLayout
  readonly persons: number
  /** Share of persons who are recorded again, 0 to 1. */
  readonly again: number
  /** Most records of one person. */
  readonly most: number
  /** Slips in a further record, on average. */
  readonly slips: number
}

const headers: Readonly<Record<ClerkLayout, string>> = {
  patients: 'rec_id,given_name,surname,date_of_birth,address,soc_sec_id,cluster',
  members: 'unique_id,first_name,surname,dob,city,email,cluster',
  notables: 'unique_id,full_name,dob,birth_place,postcode_fake,occupation,cluster',
  cedulas: 'id,nombres,primer_apellido,segundo_apellido,fecha_nac,nro_documento,cluster',
}

const given =
  'adelaide agnes albert alfred amelia arthur beatrice bernard caroline cecil clara clement constance cyril dora edgar edith edmund eleanor eric ernest esther ethel eugene eva flora florence francis frank frederick geoffrey gerald gertrude gilbert gladys harold harriet helena herbert hilda horace hubert ida irene isaac ivy jane jessie josephine julia kate laurence leonard lilian louisa mabel marion martha maurice may maud mildred minnie muriel nellie nora oscar owen percy philippa phyllis ralph reginald rose rupert sidney stanley stella sybil theodore ursula vera victor violet walter wilfred winifred'
const hispanic =
  'adriana agustin alejandra alfonso alicia anselmo aracely arturo aurelio blanca braulio brenda camila candelaria carmelo cesar claudia cristobal dagoberto delmy dionisio edith efrain eladio emiliano engracia erick estela eulalia fabiola faustino fermin flor gabriela genaro gilberto glenda gonzalo griselda heriberto hilario hortensia ingrid irma isidro jacinto jaime juana julian leticia lisandro lorena lourdes macario maribel marvin maura melvin mirna nery nicolas norma octavio ofelia olga otilia pascual petrona priscila rafael ramiro reyna rigoberto rolando rosalina ruben sandra santos silvia teodoro ulises vilma wilmer yolanda zoila'
const starts =
  'ab ack al ash bal ban beck black bow brad bram bur cald carl chat cob crom dal dray dun east ed els fair far fen gad gil grim had hal hart hen hol hunt kel kirk lang led lin lock mar mel mid nether nor oak old ot pad pem pres rad ram red ris rock rush sand sed shel sil stan stock sut tan thorn til tred up wad wal west whit wil win wood wor'
const ends =
  'bury by combe cott dale den field ford gate ham ley low man mere mond more ner ridge sby sett shaw stead ston ter thorpe ton well wick worth'
const apellidos =
  'aguilar ajanel alvarado arriaza barahona batres cabrera cajas calel canel carrillo castellanos catalan chavajay chub cifuentes coc coyoy cruz cux dardon del-cid duarte escobar estrada figueroa fuentes galindo galvez giron godinez guerra guzman hernandez ixcot juarez lemus lima lorenzana macario marroquin mazariegos mejia menchu mendoza mijangos morales muñoz najera orellana orozco ortega pacheco paiz pineda pop portillo quej quiñonez ramirez recinos rodas ruano sagastume samayoa sandoval sicaja solis tum tzoc urizar valdez vasquez velasquez xol yat zepeda'
const roads = 'street road lane avenue close terrace place crescent'
const towns =
  'abergavenny alnwick amersham barnstaple berwick bideford bodmin brecon bridport buxton carlisle cirencester clitheroe dorchester evesham falmouth glastonbury grantham hexham huntingdon kendal keswick ledbury leominster ludlow malvern melrose morpeth oakham oswestry penrith ripon sherborne skipton stamford tavistock tewkesbury totnes wells whitby'
const works =
  'painter botanist novelist historian naturalist explorer composer photographer architect chemist surgeon geologist astronomer playwright journalist missionary sculptor economist translator illustrator'
const hosts = 'post.example,letters.example,mailbox.example,correo.example'

/** One of a list, the first of its entries much more often than the last. */
function zipf(list: string, random: RandomGenerator, steep = 2): string {
  const entries = list.split(/[ ,]/)
  return entries[Math.floor(entries.length * random.uniform() ** steep)]!
}

const capital = (text: string) =>
  text.replace(/(^|[ -])(\p{L})/gu, (letter) => letter.toUpperCase())

const digits = (count: number, random: RandomGenerator) =>
  Array.from({ length: count }, () => String(random.below(10))).join('')

interface Person {
  readonly first: string
  readonly second: string
  readonly family: string
  readonly maternal: string
  readonly year: number
  readonly monthDay: string
  readonly address: string
  readonly postcode: string
  readonly town: string
  readonly document: string
  readonly email: string
  readonly work: string
}

function drawPerson(layout: ClerkLayout, random: RandomGenerator): Person {
  const spanish = layout === 'cedulas'
  const name = () => capital(zipf(spanish ? hispanic : given, random, 1.5))
  const made = () => capital(zipf(starts, random, 1.3) + zipf(ends, random, 1.3))
  const surname = () =>
    spanish ? capital(zipf(apellidos, random, 1.4)).replace('Del-Cid', 'Del Cid') : made()
  const [first, family] = [name(), surname()]
  const year = (layout === 'notables' ? 1780 : 1930) + random.below(80)
  const letters = first[0]!.toLowerCase()
  return {
    first,
    second: random.chance(0.6) ? name() : '',
    family,
    maternal: surname(),
    year,
    monthDay: `${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`,
    address: `${random.chance(0.2) ? `Flat ${1 + random.below(9)} ` : ''}${1 + random.below(200)} ${made()} ${capital(zipf(roads, random))}`,
    postcode: `${'BCDEGHLMNPS'[random.below(11)]!}${'ABLNRTY'[random.below(7)]!}${1 + random.below(20)} ${1 + random.below(9)}${'ABDEFGH'[random.below(7)]!}${'JLNPQRS'[random.below(7)]!}`,
    town: capital(zipf(towns, random)),
    document: spanish
      ? `${digits(4, random)} ${digits(5, random)} ${digits(4, random)}`
      : digits(7, random),
    email: random.chance(0.6)
      ? `${letters}${family.toLowerCase().replaceAll(' ', '')}${random.chance(0.5) ? digits(2, random) : ''}@${zipf(hosts, random, 1)}`
      : `${zipf(starts, random, 1)}${zipf(ends, random, 1)}${digits(2, random)}@${zipf(hosts, random, 1)}`,
    work: zipf(works, random),
  }
}

const near: Readonly<Record<string, string>> = Object.fromEntries(
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '0987654321'].flatMap((row) =>
    [...row].map((key, at) => [key, `${row[at - 1] ?? ''}${row[at + 1] ?? ''}`]),
  ),
)

/** A key beside the right one, two letters exchanged, one left out. */
function mistype(text: string, random: RandomGenerator): string {
  if (text.length < 3) return text
  const at = 1 + random.below(text.length - 2)
  const rest = text.slice(at + 1)
  const beside = near[text[at]!.toLowerCase()] ?? ''
  switch (random.below(4)) {
    case 0:
      return text.slice(0, at) + rest
    case 1:
      return text.slice(0, at) + rest[0]! + text[at]! + rest.slice(1)
    default:
      return beside === '' ? text : text.slice(0, at) + beside[random.below(beside.length)]! + rest
  }
}

/** What a clerk may do to a person's data before writing them; each is one slip. */
type Slip = (one: Record<string, string>, random: RandomGenerator) => void

const slipsOf = (columns: readonly string[]): Slip[] => {
  const on = (names: RegExp, how: (text: string, random: RandomGenerator) => string): Slip[] =>
    columns
      .filter((column) => names.test(column))
      .map((column) => (one, random) => (one[column] = how(one[column]!, random)))
  const pair = columns.includes('surname') ? ['given_name', 'first_name'] : ['nombres']
  const family = columns.includes('surname') ? 'surname' : 'primer_apellido'
  const own = pair.find((column) => columns.includes(column))
  const exchanged: Slip[] =
    own === undefined ? [] : [(one) => ([one[own], one[family]] = [one[family]!, one[own]!])]
  return [
    ...on(/./, mistype),
    ...on(/name|nombres|apellido/, mistype),
    ...on(/given_name|first_name|nombres/, (text) => text.slice(0, 1)),
    ...on(/^full_name$/, (text) => text.replace(/^(\p{L})\p{L}+/u, '$1')),
    ...on(/^full_name$/, (text) => text.replace(/^(.*) (\S+)$/u, '$2 $1')),
    ...on(/^full_name$/, (text) => text.replace(/^(\S+) \S+ (\S+)$/u, '$1 $2')),
    ...on(/nombres/, (text) => text.split(' ')[0]!),
    ...on(/segundo_apellido|birth_place|city|occupation|postcode|soc_sec|nro_doc/, () => ''),
    // a year too early or too late
    ...on(/dob|date|fecha/, (text, random) =>
      text.replace(/^\d{4}/, (year) => String(Number(year) + (random.chance(0.5) ? 1 : -1))),
    ),
    ...on(/dob|date|fecha/, (text) => text.replace(/\d\d-\d\d$/, '01-01')),
    ...on(/address/, (text) => text.replace(/^Flat \d /, '').replace(/ \S+$/, '')),
    ...exchanged,
  ]
}

function write(layout: ClerkLayout, one: Person): string[] {
  const born = `${one.year}-${one.monthDay}`
  switch (layout) {
    case 'patients':
      return [one.first, one.family, born, one.address, one.document]
    case 'members':
      return [one.first, one.family, born, one.town, one.email]
    case 'notables': {
      const name = [one.first, one.second, one.family].filter((word) => word !== '').join(' ')
      return [name, born, one.town, one.postcode, one.work]
    }
    case 'cedulas':
      return [`${one.first} ${one.second}`.trim(), one.family, one.maternal, born, one.document]
  }
}

/**
 * Lines of a labelled file as clerks write it: initials for names, the surname first, the wrong key, a year too
 * early, the first of January for a day not known, what was not asked left empty; some persons many times.
 */
export function* drawClerkFile(
  { layout, persons, again, most, slips }: ClerkFileOptions,
  random: RandomGenerator,
): Generator<string> {
  const header = headers[layout]
  yield header
  const columns = header.split(',').slice(1, -1)
  const happenings = slipsOf(columns)
  let record = 0
  for (let person = 0; person < persons; person += 1) {
    const one = drawPerson(layout, random)
    const copies = random.chance(again) ? 2 + random.below(most - 1) : 1
    for (let copy = 0; copy < copies; copy += 1) {
      const row = Object.fromEntries(write(layout, one).map((value, at) => [columns[at]!, value]))
      for (let slip = 0; copy > 0 && slip < 2 * slips; slip += 1)
        if (random.chance(0.5)) happenings[random.below(happenings.length)]!(row, random)
      record += 1
      const values = columns.map((column) => row[column]!)
      yield [`k${(record * 6007) % 999_983}`, ...values, `${person}`].join(',')
    }
  }
}
