import { Xoshiro128 } from '../../packages/methods/src/numerics/index.ts'
import type { OutsideCell, OutsideView } from './outside-attacker.ts'

// What is public of two cubes of permits, as a stranger who has read their definitions puts it down. Shares
// nothing with how the product ties them.

/** SYNTHETIC. */
export interface DrawnPermit {
  readonly person: string
  readonly sex: string
  readonly type: string
  readonly procedure: string
  readonly decision: string
  readonly applied: boolean
  readonly ends: boolean
}

const pick = <Each>(generator: Xoshiro128, of: readonly Each[], skew: number): Each =>
  of[Math.floor(of.length * generator.uniform() ** skew)]!

export function drawPermits(seed: number): DrawnPermit[] {
  const generator = new Xoshiro128(seed)
  const count = 30 + generator.below(120)
  const persons = Math.ceil(count * (0.6 + 0.4 * generator.uniform()))
  return Array.from({ length: count }, () => ({
    person: `p${generator.below(persons)}`,
    sex: generator.chance(0.4) ? 'F' : 'M',
    type: pick(generator, ['visa', 'temporary', 'permanent'], 2),
    procedure: pick(generator, ['first', 'renewal', 'cancellation'], 2.5),
    decision: pick(generator, ['granted', 'pending', 'refused', 'withdrawn'], 2),
    applied: generator.chance(0.8),
    ends: generator.chance(0.5),
  }))
}

/** A few more of the same kind, of persons who were not there. */
export function addPermits(permits: readonly DrawnPermit[], seed: number): DrawnPermit[] {
  const generator = new Xoshiro128(1000 + seed)
  const more = drawPermits(2000 + seed).slice(0, 1 + generator.below(6))
  return [...permits, ...more.map((permit) => ({ ...permit, person: `new ${permit.person}` }))]
}

/** The events that a permit makes. */
export function eventsOf({ decision, procedure, applied, ends }: DrawnPermit): string[] {
  const events: string[] = applied ? ['applied'] : []
  if (decision === 'refused') events.push('refused')
  else if (decision === 'withdrawn') events.push('withdrawn')
  else if (decision === 'granted') {
    if (procedure === 'cancellation') events.push('withdrawn')
    else events.push(procedure === 'renewal' ? 'renewed' : 'granted')
    if (ends && procedure !== 'cancellation') events.push('expired')
  }
  return events
}

/** A cube as it was released: its cells by their codes, hidden where no value is shown. */
export interface ShownCells {
  readonly vintage: string
  /** `sex=F type=visa`, codes in the order of their dimensions; nothing for the grand total. */
  readonly cells: ReadonlyMap<string, number | undefined>
}

export const keyOf = (codes: Readonly<Record<string, string | undefined>>): string =>
  ['sex', 'type', 'procedure', 'decision', 'event']
    .flatMap((dimension) =>
      codes[dimension] === undefined ? [] : [`${dimension}=${codes[dimension]}`],
    )
    .join(' ')

const codesOf = (key: string): Record<string, string> =>
  Object.fromEntries(key === '' ? [] : key.split(' ').map((part) => part.split('=')))

/** What each person has in a cell of a cube. */
function partsOf(
  permits: readonly DrawnPermit[],
  cube: 'permits' | 'events',
  key: string,
): Map<string, number> {
  const codes = codesOf(key)
  const parts = new Map<string, number>()
  for (const permit of permits) {
    const own = cube === 'permits' ? [permit.decision] : eventsOf(permit)
    const last = cube === 'permits' ? 'decision' : 'event'
    for (const each of own) {
      const all: Record<string, string> = { ...permit, [last]: each } as never
      if (Object.entries(codes).some(([dimension, code]) => all[dimension] !== code)) continue
      parts.set(permit.person, (parts.get(permit.person) ?? 0) + 1)
    }
  }
  return parts
}

const sumOf = (parts: ReadonlyMap<string, number>) =>
  [...parts.values()].reduce((sum, part) => sum + part, 0)

/** A release of a cube, and the records that it was counted from. */
export interface ReleasedPermits extends ShownCells {
  readonly cube: 'permits' | 'events'
  readonly permits: readonly DrawnPermit[]
}

/** Both cubes as one system: margins of their tables, and what their definitions say of their cells. */
export function viewOf(releases: readonly ReleasedPermits[]): OutsideView {
  const cells = new Map<string, OutsideCell>()
  const sums: string[][] = []
  const nameOf = ({ vintage, cube }: ReleasedPermits, key: string) => `${vintage}/${cube} ${key}`
  const put = (key: string, parts: ReadonlyMap<string, number>, shown?: number) =>
    cells.set(key, {
      key,
      shown,
      status: '',
      truth: sumOf(parts),
      parts,
      mayBeEmpty: key.startsWith('added:'),
    })
  for (const release of releases) {
    for (const [key, shown] of release.cells) {
      put(nameOf(release, key), partsOf(release.permits, release.cube, key), shown)
    }
    // every total is the sum of the codes that its table shows
    for (const key of release.cells.keys()) {
      const codes = codesOf(key)
      for (const dimension of ['sex', 'type', 'procedure', 'decision', 'event']) {
        if (dimension in codes) continue
        const children = [...release.cells.keys()].filter((other) => {
          const { [dimension]: own, ...rest } = codesOf(other)
          return own !== undefined && keyOf(rest) === key
        })
        if (children.length > 0) sums.push([key, ...children].map((each) => nameOf(release, each)))
      }
    }
  }
  const rest = (whole: string[], parts: string[], key: string, of: ReadonlyMap<string, number>) => {
    put(key, of)
    if (whole.length === 1) sums.push([whole[0]!, ...parts, key])
  }
  const [permits, events] = ['permits', 'events'].map((cube) =>
    releases.find((release) => release.cube === cube)!,
  )
  const names = (release: ReleasedPermits, key: string) =>
    release.cells.has(key) ? [nameOf(release, key)] : []
  const contexts = new Set([
    '',
    ...[permits!, events!].flatMap(({ cells: own }) =>
      [...own.keys()].map((key) => {
        const { decision: _, event: __, ...context } = codesOf(key)
        return keyOf(context)
      }),
    ),
  ])
  for (const context of contexts) {
    const { procedure, ...others } = codesOf(context)
    const p = (codes: Record<string, string>) =>
      names(permits!, keyOf({ ...others, procedure, ...codes }))
    const e = (codes: Record<string, string>) =>
      names(events!, keyOf({ ...others, procedure, ...codes }))
    const partsIn = (cube: 'permits' | 'events', names_: readonly string[]) =>
      names_.map((name) => cells.get(name)!.parts)
    const difference = (whole: readonly string[], parts: readonly string[]) => {
      const left = new Map<string, number>()
      for (const own of partsIn('permits', whole))
        for (const [person, n] of own) left.set(person, (left.get(person) ?? 0) + n)
      for (const own of partsIn('events', parts))
        for (const [person, n] of own) left.set(person, (left.get(person) ?? 0) - n)
      return new Map([...left].filter(([, n]) => n !== 0))
    }
    const equal = (id: string, whole: string[], parts: string[], complete: boolean) => {
      if (whole.length !== 1 || parts.length === 0) return
      if (complete && permits!.vintage === events!.vintage) sums.push([whole[0]!, ...parts])
      else if (permits!.vintage === events!.vintage)
        rest(whole, parts, `added:${id} ${context}`, difference(whole, parts))
    }
    const grants =
      procedure === undefined
        ? {
            events: ['granted', 'renewed'],
            cancelled: p({ decision: 'granted', procedure: 'cancellation' }),
          }
        : { events: procedure === 'renewal' ? ['renewed'] : ['granted'], cancelled: [] }
    const of = (list: readonly string[]) => list.flatMap((event) => e({ event }))
    if (procedure !== 'cancellation') {
      const isWhole = procedure !== undefined || grants.cancelled.length === 1
      const shown = of(grants.events)
      equal(
        'granted',
        p({ decision: 'granted' }),
        [...shown, ...grants.cancelled],
        isWhole && shown.length === grants.events.length,
      )
    }
    equal('refused', p({ decision: 'refused' }), e({ event: 'refused' }), true)
    equal('applied', p({}), e({ event: 'applied' }), false)
    equal(
      'expired',
      p({ decision: 'granted' }),
      [...e({ event: 'expired' }), ...grants.cancelled],
      false,
    )
    const decided = of(['granted', 'renewed', 'refused', 'withdrawn'])
    const pending = p({ decision: 'pending' })
    equal('decided', p({}), [...decided, ...pending], decided.length === 4 && pending.length === 1)
    if (permits!.vintage !== events!.vintage) {
      // what is the same number in both has only grown since
      const [before, after] = [p({ decision: 'refused' }), e({ event: 'refused' })]
      if (before.length === 1 && after.length === 1) {
        const added = `added:refused ${context}`
        put(added, difference(after, before))
        sums.push([after[0]!, before[0]!, added])
      }
    }
  }
  return { cells, sums }
}
