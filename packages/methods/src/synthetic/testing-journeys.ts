import { civilNumber, completedYears } from '../numerics/index.ts'
import type { Person } from './person.ts'
import type { RegionModel } from './region-model.ts'

const ageBands = [0, 18, 30, 45, 65] as const

/**
 * Every crossing that persons truly made, as if all were recorded and perfectly linked: a history for
 * each person and drawn country, traits being nationality group (nationals, the region, others),
 * age band and quarter; published by nationality group.
 */
export function trueJourneys(model: RegionModel, persons: readonly Person[]) {
  const starts = [0]
  const minutes: number[] = []
  const days: number[] = []
  const directions: number[] = []
  const nationality: number[] = []
  const age: number[] = []
  const quarter: number[] = []
  for (const person of persons) {
    for (let country = 0; country < model.drawn; country += 1) {
      for (const crossing of person.crossings) {
        if (crossing.country !== country) continue
        const day = Math.floor(crossing.minute / 1440)
        minutes.push(crossing.minute)
        days.push(day)
        directions.push(crossing.direction === 'arrival' ? 1 : 0)
        const national = person.citizenship === country
        nationality.push(national ? 0 : person.citizenship < model.drawn ? 1 : 2)
        const years = completedYears(person.birthDay, day)
        age.push(ageBands.findLastIndex((from) => years >= from))
        quarter.push(Math.floor(((Math.floor(civilNumber(day) / 100) % 100) - 1) / 3))
      }
      if (minutes.length > starts.at(-1)!) starts.push(minutes.length)
    }
  }
  return {
    starts: Int32Array.from(starts),
    minutes: Float64Array.from(minutes),
    days: Int32Array.from(days),
    directions: Int8Array.from(directions),
    traits: [nationality, age, quarter].map((codes) => Int32Array.from(codes)),
    groups: Int32Array.from(nationality),
  }
}
