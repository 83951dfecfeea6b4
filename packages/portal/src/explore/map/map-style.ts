import {
  circleRadius,
  classifyValues,
  findClass,
  isHidden,
  type AreaClass,
  type AreaValue,
  type ClassChoice,
  type MapMark,
} from '@caudal/methods/publish/map'

/** How the figure of an area looks: a class of colour, a pattern, or plain ground. */
export type AreaFill =
  `shade-${number}` | `minus-${number}` | 'zero' | 'missing' | 'suppressed' | 'plain'

/** Sizes and classes of a map: made from the figures of all periods, so that maps can be compared. */
export interface MapScale {
  readonly mark: MapMark
  readonly classes: readonly AreaClass[]
  /** Greatest size of a figure. */
  readonly greatest: number
  /** Its circle, in pixels. */
  readonly largestRadius: number
  /** Largest circle that an area gets for any period, in pixels. */
  readonly reachOf: (code: string) => number
}

/** How every area of a map looks at this moment. */
export interface MapStyle extends MapScale {
  readonly fillOf: (area: AreaValue) => AreaFill
  readonly classOf: (area: AreaValue) => number | undefined
  /** Pixels; 0 where no circle is drawn. */
  readonly radiusOf: (area: AreaValue) => number
}

/** @param pool figures of every period */
export function scaleMap(
  pool: readonly AreaValue[],
  mark: MapMark,
  method: ClassChoice,
  width: number,
): MapScale {
  const largest = new Map<string, number>()
  for (const { code, value } of pool) {
    largest.set(code, Math.max(largest.get(code) ?? 0, Math.abs(value ?? 0)))
  }
  const greatest = Math.max(0, ...largest.values())
  // Many areas on a narrow map need smaller circles than a handful on a wide one.
  const largestRadius = Math.max(13, Math.min(42, width / (10 + Math.sqrt(largest.size))))
  return {
    mark,
    classes: mark === 'circles' ? [] : classifyValues(valuesOf(pool), method),
    greatest,
    largestRadius,
    reachOf: (code) =>
      mark === 'circles' ? circleRadius(largest.get(code) ?? 0, greatest, largestRadius) : 0,
  }
}

/** Decides looks once, so that legend, map and tiles agree. Classes count the areas of the series. */
export function styleMap(scale: MapScale, series: readonly AreaValue[]): MapStyle {
  const { mark, greatest, largestRadius } = scale
  const classes = recount(scale.classes, valuesOf(series))
  const classOf = (area: AreaValue) =>
    area.value === null ? undefined : findClass(classes, area.value)
  return {
    ...scale,
    classes,
    classOf,
    radiusOf: ({ value }) =>
      mark === 'circles' && value !== null ? circleRadius(value, greatest, largestRadius) : 0,
    fillOf(area) {
      if (area.value === null) {
        return isHidden(area) ? 'suppressed' : 'missing'
      }
      return mark === 'circles' ? 'plain' : fillOfClass(classes[classOf(area) ?? -1])
    },
  }
}

/** The colour of a class. */
export function fillOfClass(found: AreaClass | undefined): AreaFill {
  if (!found) return 'plain'
  if (found.side === 0) return 'zero'
  return `${found.side < 0 ? 'minus' : 'shade'}-${found.shade}`
}

function valuesOf(series: readonly AreaValue[]): number[] {
  return series.flatMap(({ value }) => (value === null ? [] : [value]))
}

/** The classes with the number of areas that they have now. */
function recount(classes: readonly AreaClass[], values: readonly number[]): AreaClass[] {
  const counts = classes.map(() => 0)
  for (const value of values) {
    const found = findClass(classes, value)
    if (found !== undefined) counts[found]! += 1
  }
  return classes.map((each, index) => ({ ...each, count: counts[index]! }))
}
