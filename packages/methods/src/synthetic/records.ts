import { civilNumber, drawQuantile, type RandomGenerator } from '../numerics/index.ts'
import { chooseDocument, drawDocuments, type Papers, type TravelDocument } from './documents.ts'
import { errorBit, errorKinds, type ErrorKind } from './error-kinds.ts'
import type { Office } from './office.ts'
import type { Crossing, Person } from './person.ts'
import { blankFields, type RecordFields } from './record-fields.ts'
import { spoil } from './record-errors.ts'
import type { RegionModel } from './region-model.ts'
import { findSpell } from './residence.ts'

/** Takes one line of an office's file. */
export interface RecordSink {
  /**
   * @param office index of the office, by country
   * @param line the text, without its line end
   * @param writtenMinute minutes since 1970 at which the line was written: the order of the file
   * @param ordinal place of the crossing among the person's true crossings, from 0
   * @param copy 0 for the record, 1 for a duplicate of it
   * @param errors mask of error kinds
   */
  record(
    office: number,
    line: string,
    writtenMinute: number,
    ordinal: number,
    copy: number,
    errors: number,
  ): void
  /** A crossing that nobody wrote down; mask 0 where it avoided the posts. */
  missed(office: number, ordinal: number, errors: number): void
}

const bit = Object.fromEntries(errorKinds.map((kind) => [kind, errorBit(kind)])) as Record<
  ErrorKind,
  number
>
const notDeparture = errorKinds.indexOf('not-recorded-departure')
const notArrival = errorKinds.indexOf('not-recorded-arrival')
const late = errorKinds.indexOf('late')
const exact = errorKinds.indexOf('duplicate-exact')
const retyped = errorKinds.indexOf('duplicate-retyped')
const ragged = errorKinds.indexOf('ragged-line')

const fields = blankFields()

/** The documents of a person who crossed, and the lines that the posts wrote of it. */
export function writeRecords(
  model: RegionModel,
  offices: readonly Office[],
  person: Person,
  random: RandomGenerator,
  sink: RecordSink,
): Papers {
  const papers = drawDocuments(model, person, random)
  person.crossings.forEach((crossing, ordinal) => {
    const office = offices[crossing.country]!
    if (crossing.irregular) return sink.missed(crossing.country, ordinal, 0)
    const out = crossing.direction === 'departure'
    if (random.chance(office.rates[out ? notDeparture : notArrival]!)) {
      const kind = out ? 'not-recorded-departure' : 'not-recorded-arrival'
      return sink.missed(crossing.country, ordinal, bit[kind])
    }
    const document = chooseDocument(model, person, papers, crossing, random)
    fill(model, office, person, crossing, document, random)
    let errors = spoil(office, fields, random)
    let line = lineOf(office, fields, random)
    if (random.chance(office.rates[ragged]!)) {
      line = raggedLine(line, office.parameters.file.delimiter, random)
      errors |= bit['ragged-line']
    }
    let written = crossing.minute + 1
    if (random.chance(office.rates[late]!)) {
      written += Math.round(drawQuantile(office.lateDays, random) * 1440)
      errors |= bit.late
    }
    sink.record(crossing.country, line, written, ordinal, 0, errors)
    if (random.chance(office.rates[exact]!)) {
      sink.record(crossing.country, line, written + 1, ordinal, 1, errors | bit['duplicate-exact'])
    } else if (random.chance(office.rates[retyped]!)) {
      fill(model, office, person, crossing, document, random)
      const minutes = 1 + random.below(9)
      fields.minuteOfDay = Math.min(1439, fields.minuteOfDay + minutes)
      const again = spoil(office, fields, random) | bit['duplicate-retyped']
      sink.record(
        crossing.country,
        lineOf(office, fields, random),
        written + minutes,
        ordinal,
        1,
        again,
      )
    }
  })
  return papers
}

/** What an error-free clerk would write. */
function fill(
  model: RegionModel,
  office: Office,
  person: Person,
  crossing: Crossing,
  document: TravelDocument | undefined,
  random: RandomGenerator,
): void {
  const day = Math.floor(crossing.minute / 1440)
  const { citizenship } = person
  const residence = findSpell(person.spells, day)?.place ?? citizenship
  fields.day = day
  fields.civil = civilNumber(day)
  fields.minuteOfDay = crossing.minute - day * 1440
  fields.direction = crossing.direction
  fields.post = crossing.post
  fields.mode = crossing.mode
  fields.given = document?.given ?? person.given
  fields.paternal = document?.paternal ?? person.paternal
  fields.maternal = document?.maternal ?? person.maternal
  fields.marriedName = document?.marriedName ?? ''
  fields.machineRead = crossing.mode === 'air' && random.chance(office.parameters.machineReadable)
  fields.sex = person.sex
  fields.birthCivil = civilNumber(person.birthDay)
  // Who shows a foreign passport is written down as its country's.
  fields.citizenship = document?.type === 'passport' ? document.issuer : citizenship
  fields.birthPlace = person.birthPlace
  fields.residence = residence
  fields.counterpart = crossing.counterpart
  fields.issuer = document?.issuer ?? -1
  fields.documentType = document?.type ?? 'none'
  fields.documentNumber = document?.number ?? ''
  fields.purpose = crossing.purpose
  const guest = crossing.direction === 'arrival' && citizenship !== crossing.country
  fields.authorisedDays =
    guest && residence !== crossing.country ? (crossing.stayDays > 30 ? 90 : 30) : 0
  const carriers = model.travel.carriers[crossing.mode]
  fields.carrier = carriers ? carriers[random.below(carriers.length)]! : ''
  fields.unknownColumn = ''
}

function lineOf(office: Office, values: RecordFields, random: RandomGenerator): string {
  const { delimiter } = office.parameters.file
  const { columns } = office
  let line = ''
  for (let i = 0; i < columns.length; i += 1) {
    const { write, blank, missing } = columns[i]!
    const text = blank > 0 && random.chance(blank) ? '' : write(values)
    line += i === 0 ? text || missing : delimiter + (text || missing)
  }
  return line
}

/** A line with a column too many, or one broken off after its third column. */
function raggedLine(line: string, delimiter: string, random: RandomGenerator): string {
  if (random.chance(0.5)) return `${line}${delimiter}0`
  let end = -1
  for (let i = 0; i < 3; i += 1) end = line.indexOf(delimiter, end + 1)
  return line.slice(0, end)
}
