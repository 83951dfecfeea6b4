import { componentsOf } from './children.ts'
import { keepCategories } from './keep-items.ts'
import { isSame, type Reference } from './reference.ts'
import type { Codelist, DataConstraint, DataStructure, Structure } from './structures.ts'
import { usedItems } from './used-items.ts'

/**
 * Referenced schemes with the items alone that the answer uses: concepts of its data structures,
 * agencies that maintain its structures, providers that agreed, categories that are categorised, and
 * of the code lists of a dataflow the codes that its constraints leave.
 *
 * @param users structures whose use counts: those of the answer, and what it stands on though it was not
 *   asked for
 * @param every all structures, for the constraints that hold though they were not asked for
 */
export function keepUsed(
  related: readonly Structure[],
  matching: readonly Structure[],
  { users, every }: { readonly users: readonly Structure[]; readonly every: readonly Structure[] },
): Structure[] {
  const answer = [...matching, ...related]
  const items = users.flatMap(usedItems)
  const itemsOf = (scheme: Reference) =>
    new Set(items.filter((item) => isSame(item, scheme)).map(({ item }) => item))
  return related.map((structure) => {
    switch (structure.kind) {
      case 'conceptscheme':
        return part(structure, 'concepts', itemsOf(structure))
      case 'dataproviderscheme':
        return part(structure, 'providers', itemsOf(structure))
      case 'agencyscheme':
        return part(structure, 'agencies', new Set(answer.map(({ agency }) => agency)))
      case 'categoryscheme': {
        const wanted = itemsOf(structure)
        if (wanted.size === 0) return structure
        return {
          ...structure,
          categories: keepCategories(structure.categories, wanted),
          isPartial: true,
        }
      }
      case 'codelist':
        return keepAllowedCodes(structure, matching, every)
      default:
        return structure
    }
  })
}

/** A code list with the codes that the constraints of the dataflows asked for leave. */
function keepAllowedCodes(
  list: Codelist,
  matching: readonly Structure[],
  every: readonly Structure[],
): Codelist {
  const flows = matching.filter((each) => each.kind === 'dataflow')
  const others = matching.some(
    ({ kind }) => kind !== 'dataflow' && kind !== 'dataconstraint' && kind !== 'provisionagreement',
  )
  if (flows.length === 0 || others) return list
  const allowed = new Set<string>()
  for (const flow of flows) {
    const structure = every.find((each) => isSame(each, flow.structure)) as
      DataStructure | undefined
    const constraints = every.filter(
      (each) =>
        each.kind === 'dataconstraint' && each.attachedTo.some((target) => isSame(target, flow)),
    ) as DataConstraint[]
    for (const { id, representation } of structure ? componentsOf(structure) : []) {
      if (!representation || !('codelist' in representation)) continue
      if (!isSame(representation.codelist, list)) continue
      const values = constraints.flatMap(({ region }) =>
        region.filter((key) => key.id === id).flatMap((key) => key.values ?? []),
      )
      if (values.length === 0) return list
      for (const value of values) allowed.add(value)
    }
  }
  return allowed.size === 0 ? list : keepCodes(list, allowed)
}

/** A code list with these codes and those above them. */
export function keepCodes(list: Codelist, wanted: ReadonlySet<string>): Codelist {
  const parents = new Map(list.codes.map(({ id, parent }) => [id, parent]))
  const kept = new Set<string>()
  for (const code of wanted) {
    for (
      let each: string | undefined = code;
      each !== undefined && parents.has(each) && !kept.has(each);
      each = parents.get(each)
    ) {
      kept.add(each)
    }
  }
  if (kept.size === list.codes.length) return list
  return { ...list, codes: list.codes.filter(({ id }) => kept.has(id)), isPartial: true }
}

function part<Scheme extends Structure>(
  scheme: Scheme,
  property: keyof Scheme,
  wanted: ReadonlySet<string>,
): Scheme {
  const items = scheme[property] as readonly { readonly id: string }[]
  const kept = items.filter(({ id }) => wanted.has(id))
  // A scheme that nothing in the answer uses was asked for itself: it stays whole.
  if (kept.length === items.length || kept.length === 0) return scheme
  return { ...scheme, [property]: kept, isPartial: true }
}
