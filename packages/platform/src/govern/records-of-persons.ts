/** Types of records that are figures of somebody: a line counts persons, and is of none. */
const figures: ReadonlySet<string> = new Set([
  'observation',
  'displacement',
  'estimate',
  'indicator',
])

/** Whether each record of a type is of a person, so that how many there are is an exact figure of persons. */
export function isOfPersons(recordType: string): boolean {
  return !figures.has(recordType)
}
