import { civilNumber, completedYears, type RandomGenerator } from '../numerics/index.ts'
import type { Desk, DeskRecord } from './desk.ts'
import type { Papers } from './documents.ts'
import { permitRecords } from './permit-records.ts'
import type { Person } from './person.ts'
import type { RegionModel } from './region-model.ts'
import { residenceRecords } from './residence-records.ts'
import { returnRecords } from './return-records.ts'

/** Takes one line of a desk's file. */
export interface DeskSink {
  /**
   * @param desk index of the desk
   * @param writtenMinute minutes since 1970 at which the line was written: the order of the file
   * @param ordinal place of the event among those of its kind that befell the person, from 0
   * @param copy 0 for the record, 1 for a repetition of it
   */
  record(desk: number, line: string, writtenMinute: number, ordinal: number, copy: number): void
}

const drawing = { permit: permitRecords, residence: residenceRecords, return: returnRecords }

/** Whether any desk could have met a person: who neither lived abroad nor came back has no line. */
export function isKnownToDesks(model: RegionModel, person: Person): boolean {
  return (
    person.spells.some(({ place }) => place < model.drawn && place !== person.citizenship) ||
    person.crossings.some(({ purpose }) => purpose === 'forced-return' || purpose === 'return')
  )
}

/** What the desks of the drawn countries wrote about one person, repetitions included. */
export function writeDeskRecords(
  model: RegionModel,
  desks: readonly Desk[],
  person: Person,
  papers: Papers | undefined,
  random: RandomGenerator,
  sink: DeskSink,
): void {
  for (const kind of ['residence', 'permit', 'return'] as const) {
    drawing[kind](model, person, random).forEach(({ country, day, record }, ordinal) => {
      const index = desks.findIndex(
        (desk) => desk.country === country && desk.parameters.recordType === kind,
      )
      const desk = desks[index]
      if (!desk || day > model.lastDay || random.chance(desk.parameters.rates.notRecorded)) return
      const line = desk.line(person, { ...personal(person, day, papers), ...record }, random)
      const minute = day * 1440 + 480 + random.below(480)
      sink.record(index, line, minute, ordinal, 0)
      if (random.chance(desk.parameters.rates.repeated)) {
        sink.record(index, line, minute + 1 + random.below(120), ordinal, 1)
      }
    })
  }
}

/** What every desk asks of a person. */
function personal(person: Person, day: number, papers: Papers | undefined): DeskRecord {
  const passport = papers?.passports.find((one) => day >= one.from && day < one.to)
  const number = passport?.number ?? papers?.card?.number
  return {
    sex: person.sex,
    age: completedYears(person.birthDay, day),
    'birth-date': civilNumber(person.birthDay),
    citizenship: person.citizenship,
    'birth-country': person.birthPlace,
    ...(number === undefined ? {} : { 'document-number': number }),
  }
}
