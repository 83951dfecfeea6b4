import { childrenOf } from './children.ts'
import { keepItems } from './keep-items.ts'
import { keepUsed } from './keep-used.ts'
import { isSame, type Edition, type Reference } from './reference.ts'
import { asksForLatest, compareVersions, isStable, meetsVersion } from './semantic-version.ts'
import { wholeQuery, type StructureQuery } from './structure-query.ts'
import type { StructureKind } from './structure-kind.ts'
import type { Structure, StructureOf } from './structures.ts'
import { stubOf } from './stub.ts'
import { usesItemsOf } from './used-items.ts'

/** A set of structures that can be asked for by their identity and by what refers to what. */
export class StructureBook {
  readonly #structures: readonly Structure[]
  /** Versions of each structure, by what else identifies it. */
  readonly #named = new Map<string, Structure[]>()

  constructor(structures: readonly Structure[]) {
    this.#structures = structures
    for (const each of structures) {
      const versions = this.#named.get(identityOf(each))
      if (versions) versions.push(each)
      else this.#named.set(identityOf(each), [each])
    }
  }

  get all(): readonly Structure[] {
    return this.#structures
  }

  /** The structure that a reference means; `latest` and `+` mean its newest version. */
  find<Kind extends Structure['kind']>(
    reference: Reference & { readonly kind: Kind },
  ): StructureOf<Kind> | undefined {
    const named = this.#named.get(identityOf(reference)) ?? []
    // Most references name a version as it is written: nothing has to be sorted for them.
    const exact = named.find(({ version }) => version === reference.version)
    if (exact) return exact as StructureOf<Kind>
    const wanted = keepVersions(named, [reference.version])
    return wanted.at(-1) as StructureOf<Kind> | undefined
  }

  ofKind<Kind extends Structure['kind']>(kind: Kind): readonly StructureOf<Kind>[] {
    return this.#structures.filter((each) => each.kind === kind) as unknown as StructureOf<Kind>[]
  }

  /** Structures that refer to this one themselves. */
  parentsOf(structure: Reference, edition: Edition): Structure[] {
    return this.#structures.filter((each) =>
      this.#referencesOf(each, edition).some((child) => isSame(child, structure)),
    )
  }

  childrenOf(structure: Structure, edition: Edition): Structure[] {
    return this.#referencesOf(structure, edition)
      .map((reference) => this.find(reference as Reference & { kind: Structure['kind'] }))
      .filter((found) => found !== undefined)
  }

  /** In 2.1 a structure set holds the maps of code lists itself, and refers to the lists. */
  #referencesOf(structure: Structure, edition: Edition): Reference[] {
    const references = childrenOf(structure, edition)
    if (edition !== '2.1' || structure.kind !== 'structuremap') return references
    return references.flatMap((each) => {
      if (each.kind !== 'representationmap') return [each]
      const map = this.find(each as Reference & { kind: 'representationmap' })
      return map ? childrenOf(map, edition) : []
    })
  }

  /** Structures that meet the identity asked for, without what they refer to. */
  select(query: StructureQuery): Structure[] {
    const named = this.#structures.filter(
      (each) =>
        query.kinds.includes(each.kind) &&
        (query.agencies === 'all' || query.agencies.includes(each.agency)) &&
        (query.ids === 'all' || query.ids.includes(each.id)) &&
        (query.role === undefined || each.kind !== 'dataconstraint' || each.role === query.role),
    )
    const groups = new Map<string, Structure[]>()
    for (const each of named) {
      const name = identityOf(each)
      groups.set(name, [...(groups.get(name) ?? []), each])
    }
    const kept = [...groups.values()].flatMap((group) => keepVersions(group, query.versions))
    if (query.items === 'all') return kept
    return kept.map((each) => keepItems(each, query.items)).filter((each) => each !== undefined)
  }

  /** The answer to a query: what matches, then what is referenced, in the detail asked for. */
  answer(query: StructureQuery, edition: Edition): Structure[] {
    const matching = this.select(query)
    const related = this.#related(matching, query, edition).filter(
      (each) => !matching.some((own) => isSame(own, each)),
    )
    switch (query.detail) {
      case 'full':
        return [...matching, ...related]
      case 'allstubs':
        return [...matching, ...related].map((each) => stubOf(each, 'bare'))
      case 'allcompletestubs':
        return [...matching, ...related].map((each) => stubOf(each, 'complete'))
      case 'referencestubs':
        return [...matching, ...related.map((each) => stubOf(each, 'bare'))]
      case 'referencecompletestubs':
        return [...matching, ...related.map((each) => stubOf(each, 'complete'))]
      case 'referencepartial':
        return [
          ...matching,
          ...keepUsed(related, matching, {
            users: [...matching, ...related, ...this.#below(matching, edition)],
            every: this.#structures,
          }),
        ]
    }
    return query.detail satisfies never
  }

  /** What structures refer to, at any level. */
  #below(matching: readonly Structure[], edition: Edition): Structure[] {
    return this.#related(matching, { ...wholeQuery, kinds: [], scopes: ['descendants'] }, edition)
  }

  #related(matching: readonly Structure[], query: StructureQuery, edition: Edition): Structure[] {
    const found = new Map<string, Structure>()
    const add = (structures: readonly Structure[]): Structure[] => {
      const added = structures.filter((each) => !found.has(nameOf(each)))
      for (const each of added) found.set(nameOf(each), each)
      return added
    }
    const down = (from: readonly Structure[], deep: boolean) => {
      let level = from.flatMap((each) => this.childrenOf(each, edition))
      for (let next = add(level); deep && next.length > 0; next = add(level)) {
        level = next.flatMap((each) => this.childrenOf(each, edition))
      }
    }
    const up = (from: readonly Structure[], deep: boolean): Structure[] => {
      let level = from.flatMap((each) => {
        const parents = this.parentsOf(each, edition)
        // Of a scheme that was asked for some of its items, what uses those.
        return query.items === 'all'
          ? parents
          : parents.filter((parent) => usesItemsOf(parent, each))
      })
      const all = [...level]
      for (let next = add(level); deep && next.length > 0; next = add(level)) {
        level = next.flatMap((each) => this.parentsOf(each, edition))
        all.push(...level)
      }
      return all
    }
    const siblings = () => down(up(matching, false), false)
    for (const scope of query.scopes) {
      if (scope === 'parents') up(matching, false)
      if (scope === 'ancestors') up(matching, true)
      if (scope === 'children') down(matching, false)
      if (scope === 'descendants') down(matching, true)
      if (scope === 'parentsandsiblings' || scope === 'all') siblings()
      if (scope === 'all') down(matching, true)
    }
    const named = [...found.values()]
    if (query.referencedKinds.length === 0) return named
    // A kind that is named is looked for at any level: the code lists of a dataflow are those of its
    // structure.
    found.clear()
    up(matching, true)
    down(matching, true)
    const wanted: readonly StructureKind[] = query.referencedKinds
    const ofKinds = [...found.values()].filter(
      (each) =>
        wanted.includes(each.kind) &&
        (query.referencedRole === undefined ||
          each.kind !== 'dataconstraint' ||
          each.role === query.referencedRole),
    )
    return [...new Map([...named, ...ofKinds].map((each) => [nameOf(each), each])).values()]
  }
}

function identityOf({ kind, agency, id }: Reference): string {
  return `${kind} ${agency} ${id}`
}

function nameOf({ kind, agency, id, version }: Reference): string {
  return `${kind} ${agency} ${id} ${version}`
}

/** Of versions of one structure, those asked for, the oldest first. */
function keepVersions(
  versions: readonly Structure[],
  asked: StructureQuery['versions'],
): Structure[] {
  const sorted = versions.toSorted((a, b) => compareVersions(a.version, b.version))
  if (asked === 'all') return sorted
  const wanted = new Set<Structure>()
  for (const each of asked) {
    if (each === 'latest' || each === '+') {
      // Where nothing is in production yet, the newest draft is the best there is.
      const latest = sorted.findLast(({ version }) => isStable(version)) ?? sorted.at(-1)
      if (latest) wanted.add(latest)
    } else if (each === '~') {
      const latest = sorted.at(-1)
      if (latest) wanted.add(latest)
    } else {
      const meeting = sorted.filter(({ version }) => meetsVersion(version, each))
      const met = asksForLatest(each) ? meeting.slice(-1) : meeting
      for (const one of met) wanted.add(one)
    }
  }
  return sorted.filter((each) => wanted.has(each))
}
