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
/** Farthest an area may lie from the frame, in sides of the frame. */
const farthest = 0.4
/** Past that many polygons, only the largest of each area decides. */
const mostBoxes = 3000
/** Share of the areas that may be put beside the map. */
const mostBeside = 0.1

/**
 * Fits a frame around areas, so that the map is not small because of one far island: polygons
 * that lie close together form groups; the largest group is framed, others are taken in while they
 * are near and the frame grows little, or until no more than a tenth of the areas is left beside.
 * Frames past 150 degrees show the whole world.
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
  const mainPolygons = largestPolygons(turned)
  const groups = groupNear(turned, boxes.length > mostBoxes ? mainPolygons : undefined).toSorted(
    (a, b) => b.size - a.size,
  )
  const [main, ...others] = groups
  let frame = main!.box
  const inside = new Set(main!.members)
  let left = others.map((group) => ({
    group,
    held: new Set(group.members.filter((at) => mainPolygons.has(at)).map((at) => turned[at]!.area))
      .size,
  }))
  const take = (taken: (typeof left)[number]): void => {
    frame = join(frame, taken.group.box)
    for (const at of taken.group.members) inside.add(at)
    left = left.filter((each) => each !== taken)
  }
  const growthOf = ({ group }: (typeof left)[number]) =>
    sizeOf(join(frame, group.box)) / sizeOf(frame)
  const isWorth = (each: (typeof left)[number]) =>
    growthOf(each) <= (each.held === 0 ? growthForIslet : growthForArea) &&
    distance(frame, each.group.box) <= farthest * sideOf(frame)
  const smallestGrowth = (of: typeof left) => of.toSorted((a, b) => growthOf(a) - growthOf(b))[0]
  for (let next = left.find(isWorth); next; next = left.find(isWorth)) take(next)
  // Insets are for the odd area out: where more are left, the frame grows all the same.
  for (;;) {
    const beside = left.filter(({ held }) => held > 0)
    if (beside.reduce((sum, { held }) => sum + held, 0) <= areas.size * mostBeside) break
    take(smallestGrowth(beside)!)
    for (let next = left.find(isWorth); next; next = left.find(isWorth)) take(next)
  }
  if (frame.east - frame.west > 150) return world
  const seen = new Set([...inside].map((at) => turned[at]!.area))
  return {
    longitude: normal(middle + (frame.west + frame.east) / 2),
    latitude: (frame.south + frame.north) / 2,
    width: frame.east - frame.west,
    south: frame.south,
    north: frame.north,
    inside: turned.map((box, at) => inside.has(at) || lies(box, frame)),
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
function groupNear(boxes: readonly PolygonBox[], only: ReadonlySet<number> | undefined): Group[] {
  const touching = groupWithin(boxes, 0.01, only)
  const largest = touching.reduce((best, group) => (group.size > best.size ? group : best))
  return groupWithin(boxes, Math.max(0.01, sideOf(largest.box) / 12), only)
}

function groupWithin(
  boxes: readonly PolygonBox[],
  gap: number,
  only: ReadonlySet<number> | undefined,
): Group[] {
  // From south to north, so that what lies too far north ends the search.
  const taken = boxes
    .flatMap((_, index) => (!only || only.has(index) ? [index] : []))
    .toSorted((a, b) => boxes[a]!.south - boxes[b]!.south)
  const parent = boxes.map((_, index) => index)
  const rootOf = (index: number): number => {
    let at = index
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!
    return at
  }
  for (let one = 0; one < taken.length; one++) {
    for (let two = one + 1; two < taken.length; two++) {
      const [a, b] = [taken[one]!, taken[two]!]
      if (boxes[b]!.south > boxes[a]!.north + gap) break
      if (distance(boxes[a]!, boxes[b]!) <= gap) parent[rootOf(a)] = rootOf(b)
    }
  }
  const members = new Map<number, number[]>()
  taken.forEach((index) => {
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

function lies(box: Box, within: Box): boolean {
  const { west, south, east, north } = join(box, within)
  return (
    west === within.west && south === within.south && east === within.east && north === within.north
  )
}

function join(a: Box, b: Box): Box {
  return {
    west: Math.min(a.west, b.west),
    south: Math.min(a.south, b.south),
    east: Math.max(a.east, b.east),
    north: Math.max(a.north, b.north),
  }
}

/** Side of a square as large, in degrees of latitude. */
function sideOf({ west, south, east, north }: Box): number {
  const across = (east - west) * Math.cos(radians((south + north) / 2))
  return Math.sqrt(across * (north - south))
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
