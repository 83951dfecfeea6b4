import type { AxisDimension } from '../table.ts'

/** What kind of area a code names, as far as its shape tells. */
export type AreaLevel = 'country' | 'area'

const country = /^[A-Z]{3}$/
// P-codes (GT01, CR1, DO0101), ISO 3166-2 (MX-AGU), HASC (GT.GU), codes after a country's two letters.
const withinCountry = /^[A-Z]{2}(?:\d{1,8}|-[A-Z0-9]{1,3}|\.[A-Z0-9]{2})$/

/**
 * The level of the areas that codes name; undefined where they name none. A list counts as areas
 * when at least two thirds of its codes, special ones such as `_T` left aside, look like such codes.
 *
 * @example areaLevelOf(['GTM', 'SLV', '_U']) // => 'country'
 * @example areaLevelOf(['GT01', 'GT02']) // => 'area'
 * @example areaLevelOf(['F', 'M']) // => undefined
 */
export function areaLevelOf(codes: readonly string[]): AreaLevel | undefined {
  const plain = codes.filter((code) => !isSpecialCode(code))
  if (plain.length === 0) return undefined
  const share = (shape: RegExp) => plain.filter((code) => shape.test(code)).length / plain.length
  if (share(country) >= 2 / 3) return 'country'
  return share(withinCountry) >= 2 / 3 ? 'area' : undefined
}

/**
 * Codes that name no place: total, unknown, other, not applicable, and the nines that national lists
 * have for "not stated". CU-99 is a place: the Isla de la Juventud.
 *
 * @example isSpecialCode('_U') // => true
 * @example isSpecialCode('NZ-99') // => true
 */
export function isSpecialCode(code: string): boolean {
  return code.startsWith('_') || (/^[A-Z]{2}-?9{2,}$/.test(code) && code !== 'CU-99')
}

/** Where the areas of a table are. */
export interface AreaAxis {
  readonly axis: 'rows' | 'columns'
  /** Place of the dimension among those of its axis. */
  readonly index: number
  readonly level: AreaLevel
}

/**
 * The dimension of a table that a map can draw: the one that is named, else the one with the most
 * areas, rows first.
 */
export function findAreaAxis(
  table: { readonly rows: readonly AxisDimension[]; readonly columns: readonly AxisDimension[] },
  named?: string,
): AreaAxis | undefined {
  const found = (['rows', 'columns'] as const).flatMap((axis) =>
    table[axis].flatMap((dimension, index) => {
      const level = areaLevelOf(dimension.codes.map(({ code }) => code))
      if (dimension.id === named) {
        return [{ axis, index, level: level ?? ('area' as const), codes: Infinity }]
      }
      return level ? [{ axis, index, level, codes: dimension.codes.length }] : []
    }),
  )
  const best = found.toSorted((a, b) => b.codes - a.codes)[0]
  return best && { axis: best.axis, index: best.index, level: best.level }
}
