import { boundsOfAll, cellsAlone, knowingCells, knowingPart } from './knowers.ts'
import type { Inside } from './offers.ts'
import type { CellName } from './public-cells.ts'
import { isTold, leakOf, runAs, type Search } from './search.ts'
import { Seen, type Insight, type Wanted } from './wanted.ts'
import type { Bounds } from './witnesses.ts'

/** What an attacker knows, and of which cells more than everybody. */
type Knowing = Bounds & { readonly own: readonly number[] }

/** A contributor: the cell by which he is named in reports, and what he knows. */
interface Contributor {
  readonly name: CellName
  readonly insight: Insight
  readonly person?: string
  /** Cells that he knows, where several persons may be one. */
  readonly known?: readonly CellName[]
}

/**
 * Runs as each single contributor. Whoever contributes to a cell knows that it holds at least as
 * much; whoever is alone in it knows the cell. First all lower bounds at once, which is more than
 * any one knows; the cells that this does not clear, contributor by contributor.
 */
export async function attackAsContributors(
  search: Search,
  cells: readonly Seen[],
  inside: Inside,
): Promise<void> {
  if (cells.length === 0) return
  const { component } = search
  const { base, everybody } = boundsOfAll(component, inside)
  const ofPublic: Knowing = { ...base, base, own: [] }
  const together = cells.map((seen) => new Seen(seen.wanted))
  await runAs(search, together, everybody)
  const suspects = together.filter((seen) => !seen.isCleared())
  const leaking = new Set<CellName>()
  if (inside.floor !== undefined) {
    const reads = component.cells.find((name) => inside.floor!.has(name)) ?? component.cells[0]!
    const reader = { name: reads, insight: { of: 'zeros', cells: [] } } as const
    await attackKnowing(search, suspects, ofPublic, reader, leaking)
  }
  if (inside.parts !== undefined) {
    const left = new Set(together.flatMap((seen) => (seen.isCleared() ? [] : [seen.wanted])))
    await attackWithParts(search, cells, left, inside, base, leaking)
    return
  }
  if (inside.nameless === true) {
    await attackAsWhoGivesMost(search, suspects, inside, ofPublic, leaking)
  }
  const persons = cellsAlone(component, inside.alone)
  for (const [at, name] of component.cells.entries()) {
    const known = inside.largest.get(name) ?? 0
    if (suspects.length === 0 || inside.alone.has(name)) continue
    if (known <= base.least[at]!) continue
    const bounds = knowingPart(base, at, known)
    const others = suspects.filter(
      ({ wanted }) => wanted.cell !== name && !leaking.has(wanted.cell),
    )
    const contributor = { name, insight: { of: 'part', cells: [name] } } as const
    await attackKnowing(search, others, bounds, contributor, leaking)
  }
  for (const [person, own] of persons) {
    const bounds = knowingCells(component, inside, base, own)
    const others = cells.filter(
      ({ wanted }) => inside.alone.get(wanted.cell) !== person && !leaking.has(wanted.cell),
    )
    const alone = own.map((at) => component.cells[at]!)
    const contributor = { name: alone[0]!, insight: { of: 'all', cells: alone } } as const
    if (inside.nameless === true) {
      await attackAsWhoGivesMost(search, others, inside, bounds, leaking)
    } else await attackKnowing(search, others, bounds, contributor, leaking)
  }
  await attackAsPossibleOne(search, cells, inside, { persons, base, leaking })
}

/**
 * Runs as persons alone in cells of whom nothing tells that they are several: as one who knows the cells of all,
 * against the cells of others, and against those of each of them as all of the others.
 */
async function attackAsPossibleOne(
  search: Search,
  cells: readonly Seen[],
  inside: Inside,
  given: {
    readonly persons: ReadonlyMap<string, readonly number[]>
    readonly base: Bounds
    readonly leaking: Set<CellName>
  },
): Promise<void> {
  const { persons, base, leaking } = given
  const { component } = search
  const asked = new Set<string>()
  const attackAs = async (group: readonly string[], attacked: readonly Seen[]) => {
    const own = group.flatMap((person) => persons.get(person) ?? [])
    const left = attacked.filter(({ wanted }) => !leaking.has(wanted.cell))
    // whoever is one alone has attacked already
    if (group.filter((person) => persons.has(person)).length < 2 || left.length === 0) return
    const key = JSON.stringify([own, left.map(({ wanted }) => wanted.cell)])
    if (asked.has(key)) return
    asked.add(key)
    const bounds = knowingCells(component, inside, base, own)
    const known = own.map((at) => component.cells[at]!)
    if (inside.nameless === true) {
      await attackAsWhoGivesMost(search, left, inside, bounds, leaking, known)
      return
    }
    const contributor = { name: known[0]!, known, insight: { of: 'all', cells: known } } as const
    await attackKnowing(search, left, bounds, contributor, leaking)
  }
  for (const group of inside.mayBeOne ?? []) {
    const ownerOf = ({ wanted }: Seen) => inside.alone.get(wanted.cell)
    await attackAs(
      group,
      cells.filter((seen) => !group.includes(ownerOf(seen) ?? '')),
    )
    for (const person of group) {
      await attackAs(
        group.filter((each) => each !== person),
        cells.filter((seen) => ownerOf(seen) === person),
      )
    }
  }
}

/**
 * Whoever a source does not name may give most to every cell: not to the one that is attacked, whose greatest
 * contributor is protected from the others, nor to those that seem to have it from him.
 *
 * @param bounds what he knows besides
 * @param known cells that he knows, where several persons may be one
 */
async function attackAsWhoGivesMost(
  search: Search,
  cells: readonly Seen[],
  inside: Inside,
  bounds: Knowing,
  leaking: Set<CellName>,
  known?: readonly CellName[],
): Promise<void> {
  const { component } = search
  const largest = Float64Array.from(component.cells, (name) => inside.largest.get(name) ?? 0)
  const least = bounds.least.map((value, at) => Math.max(value, largest[at]!))
  const all = cells.map((seen) => new Seen(seen.wanted))
  search.found.show(all, { least, most: bounds.most })
  const asked = all.filter((seen) => !seen.isCleared())
  if (asked.length > 0) await runAs(search, asked, { least, most: bounds.most })
  for (const seen of asked) {
    if (seen.isCleared() || leaking.has(seen.wanted.cell)) continue
    const own = inside.largest.get(seen.wanted.cell) ?? 0
    const without = least.map((value, at) => (largest[at] === own ? bounds.least[at]! : value))
    const given = component.cells.filter((_, at) => without[at]! > bounds.least[at]!)
    const knows = [...(known ?? bounds.own.map((at) => component.cells[at]!)), ...given]
    const contributor = {
      name: knows[0] ?? seen.wanted.cell,
      insight: { of: bounds.own.length > 0 ? 'all' : 'part', cells: knows },
      ...(known === undefined ? {} : { known }),
    } as const
    const put = { least: without, most: bounds.most, own: [...component.cells.keys()] }
    await attackKnowing(search, [seen], put, contributor, leaking)
  }
}

/**
 * Each person with all that he knows: his part of every cell, and all of those that he is alone in.
 *
 * @param left what must be attacked by those too who are alone in no cell
 */
async function attackWithParts(
  search: Search,
  cells: readonly Seen[],
  left: ReadonlySet<Wanted>,
  { parts, alone, largest, truth }: Inside,
  base: Bounds,
  leaking: Set<CellName>,
): Promise<void> {
  const { component } = search
  const asked = new Set<string>()
  for (const [person, own] of parts!) {
    // persons of whom everything is the same know the same
    const knows = JSON.stringify([...own])
    if (asked.has(knows)) continue
    asked.add(knows)
    const [least, most] = [base.least.slice(), base.most.slice()]
    const places: number[] = []
    let first: CellName | undefined
    let knowsAll = false
    for (const [name, part] of own) {
      const at = component.position.get(name)
      if (at === undefined) continue
      first ??= name
      least[at] = Math.max(least[at]!, part)
      places.push(at)
      if (alone.get(name) !== person) continue
      knowsAll = true
      most[at] = truth.get(name)!
    }
    if (first === undefined) continue
    // nobody is protected from himself
    const others = cells.filter(
      ({ wanted }) =>
        (own.get(wanted.cell) ?? 0) < (largest.get(wanted.cell) ?? 1) &&
        !leaking.has(wanted.cell) &&
        (knowsAll || left.has(wanted)),
    )
    const ownCells = places.map((at) => component.cells[at]!)
    const insight = { of: knowsAll ? 'all' : 'part', cells: ownCells } as const
    const bounds = { least, most, base, own: places }
    await attackKnowing(search, others, bounds, { name: first, person, insight }, leaking)
  }
}

async function attackKnowing(
  search: Search,
  cells: readonly Seen[],
  bounds: Bounds,
  { name, person, known, insight }: Contributor,
  leaking: Set<CellName>,
): Promise<void> {
  const fresh = cells.map((seen) => new Seen(seen.wanted))
  search.found.show(fresh, bounds)
  const left = fresh.filter((seen) => !seen.isCleared())
  search.tally.witnesses += fresh.length - left.length
  if (left.length === 0) return
  await runAs(search, left, bounds)
  for (const seen of left) {
    if (seen.isCleared() || leaking.has(seen.wanted.cell)) continue
    const leak = {
      ...leakOf(seen, 'contributor', name, person),
      insight,
      ...(known === undefined ? {} : { known }),
    }
    if (isTold(search, leak)) continue
    if (search.everybody !== true) leaking.add(seen.wanted.cell)
    search.tally.leaks.push(leak)
  }
}
