/** Where an area's square lies on a grid of equal squares. */
export interface Tile {
  readonly code: string
  readonly column: number
  readonly row: number
}

export interface TilePlace {
  readonly code: string
  readonly label: string
  /** Position on the drawing plane, x to the right and y down, any unit; absent where not known. */
  readonly at?: readonly [x: number, y: number]
}

/**
 * One equal square per area, laid out as the areas lie to each other; areas without a position
 * follow below in alphabetical order.
 *
 * Positions are replaced by a mix of place and rank, so that crowded corners spread out; then each
 * area, from the middle outwards, takes the nearest free square.
 *
 * @param columns most squares side by side, at least 1
 * @returns one tile per place, none on the same square, moved so that the first column and row are 0
 * @see Slingsby, Dykes and Wood, Rectangular hierarchical cartograms, 2010, on layouts that keep direction
 * @example layoutTiles([{ code: 'W', label: 'W', at: [0, 0] }, { code: 'E', label: 'E', at: [9, 0] }], 5).map(({ code, column }) => [code, column]) // => [['W', 0], ['E', 1]]
 */
export function layoutTiles(places: readonly TilePlace[], columns: number): Tile[] {
  const placed = places.filter((place) => place.at !== undefined)
  const loose = places
    .filter((place) => place.at === undefined)
    .toSorted((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0))
  const tiles = moveToOrigin(layoutByPlace(placed as readonly Required<TilePlace>[], columns))
  const below = tiles.length === 0 ? 0 : Math.max(...tiles.map(({ row }) => row)) + 2
  const width = Math.max(
    Math.min(columns, Math.ceil(Math.sqrt(loose.length * 1.6))),
    ...tiles.map(({ column }) => column + 1),
  )
  return [
    ...tiles,
    ...loose.map(({ code }, index) => ({
      code,
      column: index % width,
      row: below + Math.floor(index / width),
    })),
  ]
}

function layoutByPlace(places: readonly Required<TilePlace>[], columns: number): Tile[] {
  if (places.length === 0) return []
  const xs = spread(places.map(({ at }) => at[0]))
  const ys = spread(places.map(({ at }) => at[1]))
  const ratio = ratioOf(places)
  // A third more squares than areas leaves room for gaps where there is sea.
  const squares = places.length * 1.35
  const width = Math.max(1, Math.min(columns, Math.round(Math.sqrt(squares * ratio))))
  const height = Math.max(1, Math.ceil(squares / width))
  const wanted = places.map(({ code }, index) => ({
    code,
    x: xs[index]! * (width - 1),
    y: ys[index]! * (height - 1),
  }))
  const middle = [(width - 1) / 2, (height - 1) / 2] as const
  const fromMiddle = ({ x, y }: { x: number; y: number }) =>
    Math.hypot(x - middle[0], y - middle[1])
  const taken = new Set<string>()
  const tiles = new Map<string, Tile>()
  for (const { code, x, y } of wanted.toSorted((a, b) => fromMiddle(a) - fromMiddle(b))) {
    const [column, row] = nearestFree(x, y, columns, width, taken)
    taken.add(`${column} ${row}`)
    tiles.set(code, { code, column, row })
  }
  return places.map(({ code }) => tiles.get(code)!)
}

/** Half place, half rank, both from 0 to 1. */
function spread(values: readonly number[]): number[] {
  const least = Math.min(...values)
  const range = Math.max(...values) - least || 1
  const order = values.map((_, index) => index).toSorted((a, b) => values[a]! - values[b]!)
  const rank = new Map(order.map((index, place) => [index, place / Math.max(1, values.length - 1)]))
  return values.map((value, index) => ((value - least) / range + rank.get(index)!) / 2)
}

function ratioOf(places: readonly Required<TilePlace>[]): number {
  const range = (of: 0 | 1) => {
    const values = places.map(({ at }) => at[of])
    return Math.max(...values) - Math.min(...values)
  }
  const ratio = range(0) / range(1)
  return Number.isFinite(ratio)
    ? Math.min(4, Math.max(1 / 3, ratio))
    : range(0) > 0
      ? places.length
      : 1 / places.length
}

function nearestFree(
  x: number,
  y: number,
  columns: number,
  width: number,
  taken: ReadonlySet<string>,
): readonly [column: number, row: number] {
  const leftmost = -Math.floor((columns - width) / 2)
  const rightmost = leftmost + columns - 1
  for (let reach = 0; ; reach++) {
    let best: readonly [number, number] | undefined
    let least = Infinity
    const centre = [Math.round(x), Math.round(y)] as const
    for (let row = centre[1] - reach; row <= centre[1] + reach; row++) {
      for (let column = centre[0] - reach; column <= centre[0] + reach; column++) {
        if (column < leftmost || column > rightmost || taken.has(`${column} ${row}`)) continue
        const distance = Math.hypot(column - x, row - y)
        if (distance < least) {
          least = distance
          best = [column, row]
        }
      }
    }
    if (best) return best
  }
}

function moveToOrigin(tiles: readonly Tile[]): Tile[] {
  const left = Math.min(...tiles.map(({ column }) => column))
  const top = Math.min(...tiles.map(({ row }) => row))
  return tiles.map(({ code, column, row }) => ({ code, column: column - left, row: row - top }))
}
