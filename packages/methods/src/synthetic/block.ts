import { Xoshiro128, type Choice } from '../numerics/index.ts'
import { drawHousehold } from './household.ts'
import type { HouseholdGroup } from './household-groups.ts'
import type { Person } from './person.ts'
import type { RegionModel } from './region-model.ts'

/** Persons drawn together: blocks do not depend on one another, so they may be drawn anywhere. */
export const personsPerBlock = 1000

/** Number of blocks that hold a number of persons. */
export function blockCount(persons: number): number {
  return Math.ceil(persons / personsPerBlock)
}

/**
 * One block of persons, numbered from `block * personsPerBlock + 1`; the last household is cut
 * where the block is full. Every household has its own stream of random numbers.
 */
export function drawBlock(
  model: RegionModel,
  groups: Choice<HouseholdGroup>,
  block: number,
): Person[] {
  const firstId = block * personsPerBlock + 1
  const size = Math.min(personsPerBlock, model.options.persons - firstId + 1)
  const persons: Person[] = []
  const random = new Xoshiro128(0)
  for (let i = 0; persons.length < size; i += 1) {
    const household = block * personsPerBlock + i + 1
    random.reseed(model.options.seed, household)
    const id = firstId + persons.length
    const room = size - persons.length
    for (const person of drawHousehold(model, groups, household, id, room, random)) {
      persons.push(person)
    }
  }
  return persons
}
