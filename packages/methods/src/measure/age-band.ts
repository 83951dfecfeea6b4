/**
 * Age groups in completed years, with the codes of the SDMX list CL_AGE: `Y20T24` from 20 to 24,
 * `Y_GE65` 65 and over, `Y_LT1` under 1, `Y42` 42.
 */
export interface AgeBand {
  readonly from: number
  /** Last age of the band; undefined: open. */
  readonly to: number | undefined
}

/**
 * Reads the code of an age group; undefined where it is none.
 *
 * @example parseAgeCode('Y20T24') // => { from: 20, to: 24 }
 * @example parseAgeCode('Y_GE65') // => { from: 65, to: undefined }
 */
export function parseAgeCode(code: string): AgeBand | undefined {
  const closed = /^Y(\d{1,3})T(\d{1,3})$/.exec(code)
  if (closed) return { from: Number(closed[1]), to: Number(closed[2]) }
  const single = /^Y(\d{1,3})$/.exec(code)
  if (single) return { from: Number(single[1]), to: Number(single[1]) }
  const open = /^Y_?G([ET])(\d{1,3})$/.exec(code)
  if (open) return { from: Number(open[2]) + (open[1] === 'T' ? 1 : 0), to: undefined }
  const under = /^Y_?L([ET])(\d{1,3})$/.exec(code)
  if (under) return { from: 0, to: Number(under[2]) - (under[1] === 'T' ? 1 : 0) }
  return undefined
}

/**
 * The code of an age group.
 *
 * @example ageCode({ from: 20, to: 24 }) // => 'Y20T24'
 * @example ageCode({ from: 65, to: undefined }) // => 'Y_GE65'
 */
export function ageCode({ from, to }: AgeBand): string {
  if (to === undefined) return `Y_GE${from}`
  return from === to ? `Y${from}` : `Y${from}T${to}`
}

/**
 * First ages of bands of one width, the last band open.
 *
 * @example bandStarts(5, 20) // => [0, 5, 10, 15, 20]
 */
export function bandStarts(width: number, openFrom: number): number[] {
  return Array.from({ length: Math.floor(openFrom / width) + 1 }, (_, index) => index * width)
}

/**
 * The band, of those that start at `starts` (ascending, the last open), that holds a group whole;
 * undefined where the group lies across two.
 *
 * @example bandOf({ from: 20, to: 24 }, [0, 15, 25, 65]) // => { from: 15, to: 24 }
 * @example bandOf({ from: 10, to: 19 }, [0, 15, 25, 65]) // => undefined
 */
export function bandOf(group: AgeBand, starts: readonly number[]): AgeBand | undefined {
  const index = starts.findLastIndex((start) => start <= group.from)
  const from = starts[index]
  if (from === undefined) return undefined
  const next = starts[index + 1]
  if (next === undefined) return { from, to: undefined }
  return group.to !== undefined && group.to < next ? { from, to: next - 1 } : undefined
}
