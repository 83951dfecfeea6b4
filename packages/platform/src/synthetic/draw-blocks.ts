import { Xoshiro128 } from '@caudal/methods/numerics'
import {
  countPerson,
  countVitalEvents,
  drawBlock,
  emptyPopulation,
  emptyVitalCount,
  errorKinds,
  householdGroups,
  isKnownToDesks,
  writeDeskRecords,
  writeRecords,
  type Desk,
  type DeskSink,
  type Office,
  type Papers,
  type RegionModel,
  type RecordSink,
} from '@caudal/methods/synthetic'
import { SpillWriter, type SpillPlan } from './spill.ts'
import { TruthWriter } from './truth-tables.ts'

/** What was drawn in some blocks; counts of several add up. */
export interface BlockCounts {
  persons: number
  crossings: number
  /** True crossings of which nothing was written. */
  unrecorded: number
  records: number
  /** Lines of permit offices, registers of residents and reception centres. */
  registrations: number
  /** Residents, as `emptyPopulation` lays them out. */
  readonly population: Float64Array
  /** Births and deaths, as `emptyVitalCount` lays them out. */
  readonly vital: Float64Array
  /** By office and error kind. */
  readonly errors: Float64Array
}

export function emptyCounts(model: RegionModel, offices: number): BlockCounts {
  return {
    persons: 0,
    crossings: 0,
    unrecorded: 0,
    records: 0,
    registrations: 0,
    population: emptyPopulation(model).counts,
    vital: emptyVitalCount(model).counts,
    errors: new Float64Array(offices * errorKinds.length),
  }
}

/** Adds the counts of further blocks. */
export function addCounts(total: BlockCounts, more: BlockCounts): void {
  total.persons += more.persons
  total.crossings += more.crossings
  total.unrecorded += more.unrecorded
  total.records += more.records
  total.registrations += more.registrations
  more.population.forEach((count, i) => (total.population[i] = total.population[i]! + count))
  more.vital.forEach((count, i) => (total.vital[i] = total.vital[i]! + count))
  more.errors.forEach((count, i) => (total.errors[i] = total.errors[i]! + count))
}

/** Stream of the clerks' errors, apart from the stream that draws the household itself. */
const recordStream = 7
/** Stream of the desks inland. */
const deskStream = 8

/**
 * Draws blocks of persons and writes what the posts wrote of them into spill files, and the truth
 * into tables. Yields after every block, so that the caller may report, pause or give up.
 */
export function* drawBlocks(
  model: RegionModel,
  offices: readonly Office[],
  desks: readonly Desk[],
  plan: SpillPlan,
  part: number,
  firstBlock: number,
  lastBlock: number,
): Generator<void, BlockCounts> {
  const groups = householdGroups(model)
  const spill = new SpillWriter(plan, part)
  const truth = new TruthWriter(model, plan.folder, part)
  const counts = emptyCounts(model, offices.length)
  const population = { ...emptyPopulation(model), counts: counts.population }
  const vital = { ...emptyVitalCount(model), counts: counts.vital }
  const random = new Xoshiro128(0)
  let recorded = new Uint8Array(64)
  let personId = 0
  const count = (office: number, mask: number) => {
    for (let rest = mask; rest !== 0; rest &= rest - 1) {
      const at = office * errorKinds.length + (31 - Math.clz32(rest & -rest))
      counts.errors[at] = counts.errors[at]! + 1
    }
  }
  const sink: RecordSink = {
    record(office, line, writtenMinute, ordinal, copy, errors) {
      spill.add(office, line, writtenMinute, personId, ordinal, copy, errors)
      recorded[ordinal] = 1
      counts.records += 1
      if (errors !== 0) count(office, errors)
    },
    missed(office, _ordinal, errors) {
      counts.unrecorded += 1
      if (errors !== 0) count(office, errors)
    },
  }
  const deskSink: DeskSink = {
    record(desk, line, writtenMinute, ordinal, copy) {
      spill.add(offices.length + desk, line, writtenMinute, personId, ordinal, copy, 0)
      counts.registrations += 1
    },
  }
  try {
    for (let block = firstBlock; block < lastBlock; block += 1) {
      for (const person of drawBlock(model, groups, block)) {
        personId = person.id
        counts.persons += 1
        counts.crossings += person.crossings.length
        if (recorded.length < person.crossings.length) {
          recorded = new Uint8Array(person.crossings.length * 2)
        }
        recorded.fill(0, 0, person.crossings.length)
        let papers: Papers | undefined
        if (person.crossings.length > 0) {
          random.reseed(model.options.seed, person.id, recordStream)
          papers = writeRecords(model, offices, person, random, sink)
        }
        if (isKnownToDesks(model, person)) {
          random.reseed(model.options.seed, person.id, deskStream)
          writeDeskRecords(model, desks, person, papers, random, deskSink)
        }
        truth.add(person, papers, recorded)
        countPerson(model, population, person)
        countVitalEvents(model, vital, person)
      }
      truth.flush()
      yield
    }
    spill.end()
    truth.flush()
    return counts
  } finally {
    truth.close()
  }
}
