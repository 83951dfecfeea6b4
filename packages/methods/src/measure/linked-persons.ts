import type { Cube, CubeMeasure } from './cube.ts'

/** Column of rows of persons, beside dimensions, records and measures, that says who it is. */
export const personColumn = '_person'

/**
 * Column beside {@link personColumn}: 1 where linkage found the person of a record, 0 where it found
 * nobody, null where it has not found enough persons in the country that kept the record.
 */
export const knownColumn = '_known'

/** Share of the records of a country that must have a person, for its persons to be counted. */
export const leastLinked = 0.9

/** How far linkage has found the persons of the records that one country kept. */
export interface LinkedRecords {
  readonly country: string
  readonly records: number
  /** Records whose person it found. */
  readonly linked: number
  /** Records that it has not gone over yet. */
  readonly waiting: number
}

/**
 * Whether persons are counted in the records of a country.
 *
 * @example isLinked({ records: 10, linked: 9 }) // => true
 * @example isLinked({ records: 10, linked: 8 }) // => false
 * @example isLinked({ records: 0, linked: 0 }) // => false
 */
export function isLinked({ records, linked }: Pick<LinkedRecords, 'records' | 'linked'>): boolean {
  return records > 0 && linked >= leastLinked * records
}

/** What two sets of records are together, country by country. */
export function addLinkedRecords(
  one: readonly LinkedRecords[],
  other: readonly LinkedRecords[],
): LinkedRecords[] {
  const sums = new Map<string, LinkedRecords>()
  for (const each of [...one, ...other]) {
    const { records = 0, linked = 0, waiting = 0 } = sums.get(each.country) ?? {}
    sums.set(each.country, {
      country: each.country,
      records: records + each.records,
      linked: linked + each.linked,
      waiting: waiting + each.waiting,
    })
  }
  return [...sums.values()].sort((a, b) => (a.country < b.country ? -1 : 1))
}

/** Whether a measure counts the persons that linkage found for the records of a cube. */
export function countsLinkedPersons({ aggregate, field }: CubeMeasure): boolean {
  return aggregate === 'distinct' && field === undefined
}

/** The measure of a cube of records that counts the persons that linkage found. */
export function linkedPersonsOf({ measures }: Pick<Cube, 'measures'>): CubeMeasure | undefined {
  return measures.find(countsLinkedPersons)
}

/**
 * SQL of the distinct persons of a group of rows that have {@link personColumn} and
 * {@link knownColumn}. Null where a record is of a country whose records are not linked, or where every
 * record is of nobody: then it is not known how many persons there are.
 */
export const linkedPersonsSql =
  `case when count(*) = count(${knownColumn}) and max(${knownColumn}) = 1 ` +
  `then count(distinct ${personColumn}) filter (where ${knownColumn} = 1) end`
