import { civilNumber, type RandomGenerator } from '../numerics/index.ts'
import type { Crossing, Person } from './person.ts'
import type { RegionModel } from './region-model.ts'

/** A travel document, and the name as it prints it. */
export interface TravelDocument {
  readonly type: 'passport' | 'identity-card' | 'local-border-permit' | 'emergency-travel-document'
  readonly number: string
  /** Index of the issuing place. */
  readonly issuer: number
  /** Days of validity, the last not included. */
  readonly from: number
  readonly to: number
  readonly given: readonly string[]
  readonly paternal: string
  readonly maternal: string
  readonly marriedName: string
}

/** All documents a person holds in the drawn years; passports in order of issue. */
export interface Papers {
  readonly passports: readonly TravelDocument[]
  /** Passports of the second citizenship. */
  readonly secondPassports: readonly TravelDocument[]
  readonly card: TravelDocument | undefined
  readonly permit: TravelDocument | undefined
  readonly emergency: TravelDocument | undefined
}

const defaultYears = 10

/** Draws the documents of a person who travels. */
export function drawDocuments(model: RegionModel, person: Person, random: RandomGenerator): Papers {
  let serial = person.id * 16
  const next = () => (serial += 1)
  const passports = passportsOf(model, person, person.citizenship, next, random)
  const second = person.secondCitizenship
  const secondPassports = second < 0 ? [] : passportsOf(model, person, second, next, random)
  const country = model.countries[person.citizenship]
  const always = { from: person.birthDay, to: Infinity }
  const base = {
    ...printedName(person, model.firstDay, true),
    issuer: person.citizenship,
    ...always,
  }
  const card: TravelDocument | undefined =
    country && country.parameters.documents.identityCard !== ''
      ? {
          type: 'identity-card',
          number: fillNumber(country.parameters.documents.identityCard, next(), person),
          ...base,
        }
      : undefined
  const borderer = person.behaviour === 'commuter' || person.behaviour === 'border-life'
  const permit: TravelDocument | undefined =
    borderer && random.chance(model.travel.documents.permitForCommuters)
      ? { type: 'local-border-permit', number: fillNumber('ZTV-########', next(), person), ...base }
      : undefined
  const deported = person.spells.some((spell) => spell.reason === 'forced-return')
  const emergency: TravelDocument | undefined = deported
    ? {
        type: 'emergency-travel-document',
        number: fillNumber('ZDV-########', next(), person),
        ...base,
      }
    : undefined
  return { passports, secondPassports, card, permit, emergency }
}

function passportsOf(
  model: RegionModel,
  person: Person,
  issuer: number,
  next: () => number,
  random: RandomGenerator,
): TravelDocument[] {
  const parameters = model.countries[issuer]?.parameters.documents
  const format = parameters?.passport ?? model.places[issuer]!.passport
  const validity = Math.round((parameters?.passportYears ?? defaultYears) * 365.25)
  const passports: TravelDocument[] = []
  let from = Math.max(person.birthDay + 30, model.firstDay - random.below(validity))
  while (from <= model.lastDay && from < person.deathDay) {
    // Lost or stolen, and replaced before its time.
    const lost = random.chance(model.travel.documents.lostEarly)
    const lasts = lost ? Math.ceil(validity * random.uniform()) + 1 : validity
    passports.push({
      type: 'passport',
      number: fillNumber(format, next(), person),
      issuer,
      from,
      to: from + lasts,
      ...printedName(person, from, issuer === person.citizenship || random.chance(0.5)),
    })
    from += lasts
  }
  return passports
}

/** The name as a document of that day prints it; some foreign ones know one family name only. */
function printedName(person: Person, day: number, both: boolean) {
  const married = person.marriedName !== '' && day >= person.marriedOn
  return {
    given: person.given,
    paternal: person.paternal,
    maternal: married || !both ? '' : person.maternal,
    marriedName: married && both ? person.marriedName : '',
  }
}

/** The document shown at a crossing. */
export function chooseDocument(
  model: RegionModel,
  person: Person,
  papers: Papers,
  crossing: Crossing,
  random: RandomGenerator,
): TravelDocument | undefined {
  const { documents } = model.travel
  const day = Math.floor(crossing.minute / 1440)
  if (crossing.purpose === 'forced-return' && papers.emergency) return papers.emergency
  if (papers.permit && crossing.mode !== 'air') return papers.permit
  const peers = model.countries[person.citizenship]?.peers
  if (papers.card && peers && crossing.mode !== 'sea') {
    const here = crossing.country === person.citizenship || peers.has(crossing.country)
    const there = crossing.counterpart === person.citizenship || peers.has(crossing.counterpart)
    const likely = crossing.mode === 'air' ? 0.2 : documents.cardAmongPeers
    if (here && there && random.chance(likely)) return papers.card
  }
  const own = validOn(papers.passports, day)
  const second = validOn(papers.secondPassports, day)
  if (!second) return own
  const home = crossing.country === person.citizenship
  return random.chance(home ? documents.ownPassportHome : 0.35) ? (own ?? second) : second
}

function validOn(passports: readonly TravelDocument[], day: number): TravelDocument | undefined {
  return passports.find((passport) => day >= passport.from && day < passport.to)
}

/**
 * A document number by a pattern: `#` a digit, `@` a letter, `{muni}` the municipality's four
 * digits, `{yyyy}` and `{ddMMyy}` the birth date. Serial numbers that differ give numbers that
 * differ while they are fewer than the pattern has.
 */
export function fillNumber(
  pattern: string,
  serial: number,
  person: Pick<Person, 'birthDay' | 'municipality'>,
): string {
  const digits = pattern.split('#').length - 1
  const size = Number(`1e${String(Math.min(digits, 12))}`)
  // 6,700,417 is prime, so the product runs through every remainder before it repeats.
  let rest = String((serial * 6_700_417 + 271_828) % size).padStart(digits, '0')
  let filled = ''
  const civil = String(civilNumber(person.birthDay))
  const dated = pattern
    .replace('{muni}', person.municipality.replace(/\D/g, '').padStart(4, '0').slice(-4))
    .replace('{yyyy}', civil.slice(0, 4))
    .replace('{ddMMyy}', civil.slice(6, 8) + civil.slice(4, 6) + civil.slice(2, 4))
  for (const sign of dated) {
    if (sign === '#') {
      filled += rest.charAt(0)
      rest = rest.slice(1)
    } else if (sign === '@') filled += String.fromCharCode(65 + (serial % 26))
    else filled += sign
  }
  return filled
}
