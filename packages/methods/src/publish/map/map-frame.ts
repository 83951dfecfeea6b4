/** The extent of one polygon (or point) of an area, in degrees; `east` may pass 180 at the antimeridian. */
export interface PolygonBox {
  readonly area: string
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** What part of the globe a map shows. */
export interface MapFrame {
  /** Middle of the frame. */
  readonly longitude: number
  readonly latitude: number
  /** Extent in degrees; 360 for the world. */
  readonly width: number
  readonly south: number
  readonly north: number
  /** `[polygons]`: whether the frame is drawn around it. */
  readonly inside: readonly boolean[]
  /** Areas that lie wholly outside, such as far islands: drawn beside the map. */
  readonly outside: readonly string[]
}

/** Growth of the frame that is worth showing an area in place, and a mere islet of one. */
const growthForArea = 2.3
const growthForIslet = 1.1
/** A group of that share of all areas is never put beside the map. */
const shareOfAreas = 0.2

/**
 * Fits a frame around areas, so that the map is not small because of one far island: polygons
 * that lie close together form groups; the largest group is framed, others are taken in while
 * the frame grows little or they hold many areas. Frames past 150 degrees show the whole world.
 *
 * @param boxes one per polygon of every area, at least one
 * @throws RangeError where there is no box
 * @example frameAreas([{ area: 'NZ', west: 166, south: -47, east: 178, north: -34 }]).longitude // => 172
 */
export function frameAreas(boxes: readonly PolygonBox[]): MapFrame {
  if (boxes.length === 0) throw new RangeError('A frame needs at least one polygon.')
  const areas = new Set(boxes.map(({ area }) => area))
  const middle = middleLongitude(boxes)
  const turned = boxes.map((box) => turn(box, middle))
  const world: MapFrame = {
    longitude: middle,
    latitude: 0,
    width: 360,
    south: -60,
    north: 84,
    inside: boxes.map(() => true),
    outside: [],
  }
  if (areas.size > 100) return world

  const groups = groupNear(turned).toSorted((a, b) => b.size - a.size)
  const main = groups[0]!
  const mainPolygons = largestPolygons(turned)
  let frame = main.box
  const inside = new Set(main.members)
  for (const group of groups.slice(1)) {
    const joined = join(frame, group.box)
    const growth = sizeOf(joined) / sizeOf(frame)
    const held = new Set(
      group.members.filter((at) => mainPolygons.has(at)).map((at) => turned[at]!.area),
    )
    const worth = held.size === 0 ? growthForIslet : growthForArea
    if (growth > worth && held.size / areas.size < shareOfAreas) continue
    frame = joined
    for (const at of group.members) inside.add(at)
  }
  if (frame.east - frame.west > 150) return world
  const seen = new Set([...inside].map((at) => turned[at]!.area))
  return {
    longitude: normal(middle + (frame.west + frame.east) / 2),
    latitude: (frame.south + frame.north) / 2,
    width: frame.east - frame.west,
    south: frame.south,
    north: frame.north,
    inside: boxes.map((_, at) => inside.has(at)),
    outside: [...areas].filter((area) => !seen.has(area)),
  }
}

type Box = Omit<PolygonBox, 'area'>

/** The longitude opposite the widest stretch without areas. */
function middleLongitude(boxes: readonly Box[]): number {
  const spans = boxes
    .map(({ west, east }) => ({ west: normal(west), width: Math.min(360, east - west) }))
    .toSorted((a, b) => a.west - b.west)
  let widest = -1
  let middle = 0
  let reached = Math.max(...spans.map(({ west, width }) => west + width)) - 360
  for (const { west, width } of spans) {
    if (west - reached > widest) {
      widest = west - reached
      middle = normal((reached + west) / 2 + 180)
    }
    reached = Math.max(reached, west + width)
  }
  return middle
}

function turn(box: PolygonBox, middle: number): PolygonBox {
  const centre = normal((box.west + box.east) / 2 - middle)
  const half = (box.east - box.west) / 2
  return { ...box, west: centre - half, east: centre + half }
}

interface Group {
  readonly box: Box
  readonly members: readonly number[]
  readonly size: number
}

/** Groups of polygons nearer to each other than a twelfth of the side of what lies together. */
function groupNear(boxes: readonly PolygonBox[]): Group[] {
  const touching = groupWithin(boxes, 0.01)
  const largest = touching.reduce((best, group) => (group.size > best.size ? group : best))
  const side = Math.sqrt(
    (largest.box.east - largest.box.west) * (largest.box.north - largest.box.south),
  )
  return groupWithin(boxes, Math.max(0.01, side / 12))
}

function groupWithin(boxes: readonly PolygonBox[], gap: number): Group[] {
  const parent = boxes.map((_, index) => index)
  const rootOf = (index: number): number => {
    let at = index
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!
    return at
  }
  for (let a = 0; a < boxes.length; a++) {
    for (let b = a + 1; b < boxes.length; b++) {
      if (distance(boxes[a]!, boxes[b]!) <= gap) parent[rootOf(a)] = rootOf(b)
    }
  }
  const members = new Map<number, number[]>()
  boxes.forEach((_, index) => {
    const root = rootOf(index)
    members.set(root, [...(members.get(root) ?? []), index])
  })
  return [...members.values()].map((within) => ({
    members: within,
    box: within.map((at): Box => boxes[at]!).reduce(join),
    size: within.reduce((sum, at) => sum + sizeOf(boxes[at]!), 0),
  }))
}

function largestPolygons(boxes: readonly PolygonBox[]): Set<number> {
  const largest = new Map<string, number>()
  boxes.forEach((box, at) => {
    const other = largest.get(box.area)
    if (other === undefined || sizeOf(box) > sizeOf(boxes[other]!)) largest.set(box.area, at)
  })
  return new Set(largest.values())
}

function distance(a: Box, b: Box): number {
  const across = Math.max(0, a.west - b.east, b.west - a.east)
  const along = Math.max(0, a.south - b.north, b.south - a.north)
  return Math.hypot(across * Math.cos(radians((a.south + a.north) / 2)), along)
}

function join(a: Box, b: Box): Box {
  return {
    west: Math.min(a.west, b.west),
    south: Math.min(a.south, b.south),
    east: Math.max(a.east, b.east),
    north: Math.max(a.north, b.north),
  }
}

/** Area on the sphere up to a factor; never 0, so that growth is a number. */
function sizeOf({ west, south, east, north }: Box): number {
  return radians(east - west) * (Math.sin(radians(north)) - Math.sin(radians(south))) + 1e-9
}

/** −180 up to 180. */
function normal(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
