import { otherPlaces, type Corridor, type Place } from './corridors.ts'

/** A place on one side of the drawing. Pixels from the top. */
export interface SankeyNode extends Place {
  readonly side: 'from' | 'to'
  readonly value: number
  readonly top: number
  readonly height: number
}

/** A corridor as a band from one side to the other. */
export interface SankeyBand extends Corridor {
  /** Top of the band on each side, and its thickness. */
  readonly fromTop: number
  readonly toTop: number
  readonly thickness: number
}

export interface SankeyLayout {
  readonly nodes: readonly SankeyNode[]
  readonly bands: readonly SankeyBand[]
}

/**
 * Places of origin on the left, of destination on the right, from the greatest down and what is
 * gathered last; bands as thick as their figures, those of a place in the order of their other ends, so
 * that they cross as little as two columns allow.
 *
 * @param gap pixels between two places, so that their names do not touch
 * @see Riehmann, Hanfler and Froehlich (2005), Interactive Sankey diagrams
 */
export function layoutSankey(
  corridors: readonly Corridor[],
  height: number,
  gap: number,
): SankeyLayout {
  const total = corridors.reduce((sum, { value }) => sum + value, 0)
  if (total === 0) return { nodes: [], bands: [] }
  const sides = { from: placesOf(corridors, 'from'), to: placesOf(corridors, 'to') }
  const most = Math.max(sides.from.length, sides.to.length)
  const scale = Math.max(0, height - gap * (most - 1)) / total
  const nodes: SankeyNode[] = (['from', 'to'] as const).flatMap((side) => {
    const used = total * scale + gap * (sides[side].length - 1)
    let top = (height - used) / 2
    return sides[side].map(({ place, value }) => {
      const node = { ...place, side, value, top, height: value * scale }
      top += node.height + gap
      return node
    })
  })
  const orderOf = (side: 'from' | 'to') =>
    new Map(sides[side].map(({ place }, index) => [place.code, index]))
  const order = { from: orderOf('from'), to: orderOf('to') }
  const topOf = (side: 'from' | 'to') =>
    new Map(nodes.filter((node) => node.side === side).map(({ code, top }) => [code, top]))
  const next = { from: topOf('from'), to: topOf('to') }
  const take = (side: 'from' | 'to', code: string, thickness: number) => {
    const top = next[side].get(code)!
    next[side].set(code, top + thickness)
    return top
  }
  const at = ({ from, to }: Corridor) =>
    [order.from.get(from.code)!, order.to.get(to.code)!] as const
  const byFrom = corridors.toSorted((a, b) => at(a)[0] - at(b)[0] || at(a)[1] - at(b)[1])
  const fromTops = new Map(
    byFrom.map((corridor) => [corridor, take('from', corridor.from.code, corridor.value * scale)]),
  )
  const byTo = corridors.toSorted((a, b) => at(a)[1] - at(b)[1] || at(a)[0] - at(b)[0])
  const bands = byTo.map((corridor): SankeyBand => {
    const thickness = corridor.value * scale
    return {
      ...corridor,
      thickness,
      fromTop: fromTops.get(corridor)!,
      toTop: take('to', corridor.to.code, thickness),
    }
  })
  return { nodes, bands }
}

function placesOf(corridors: readonly Corridor[], side: 'from' | 'to') {
  const places = new Map<string, { place: Place; value: number }>()
  for (const corridor of corridors) {
    const place = corridor[side]
    const known = places.get(place.code) ?? { place, value: 0 }
    known.value += corridor.value
    places.set(place.code, known)
  }
  const last = ({ place }: { place: Place }) => (place.code === otherPlaces ? 1 : 0)
  return [...places.values()].sort((a, b) => last(a) - last(b) || b.value - a.value)
}
