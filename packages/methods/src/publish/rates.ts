import type { Cube, CubeDimension, CubeMeasure, CubeRate } from '../measure/index.ts'

/**
 * Inhabitants of a country at the middle of a year, all ages and both sexes; null where nobody has
 * counted them.
 */
export type Inhabitants = (country: string, year: string) => number | null

/** The rate that every count of a country has, whatever its cube declares. */
export const perInhabitants: CubeRate = {
  by: 'inhabitants',
  label: {
    es: 'por 1\u202f000 habitantes',
    en: 'per 1,000 inhabitants',
    fr: 'pour 1 000 habitants',
  },
  unit: {
    es: 'por 1\u202f000 habitantes',
    en: 'per 1,000 inhabitants',
    fr: 'pour 1 000 habitants',
  },
  factor: 1000,
  decimals: 2,
}

/** The dimensions that say of whose inhabitants, and when: where a figure was counted, and its period. */
export function countingPlace(
  cube: Cube,
): { area: CubeDimension; time: CubeDimension } | undefined {
  const area = cube.dimensions.find(
    ({ kind, field, codeList }) =>
      kind === 'area' && codeList === 'countries' && (field === 'country' || field === 'ref_area'),
  )
  const time = cube.dimensions.find(({ kind }) => kind === 'time')
  return area && time && { area, time }
}

/**
 * Rates that a measure of a cube can be shown as: those that the cube declares and, where figures are of
 * countries and years and can be added over all but time, the rate per inhabitants. Of inhabitants
 * themselves, and of shares, there is none.
 */
export function ratesOfMeasure(cube: Cube, measure: CubeMeasure): readonly CubeRate[] {
  const declared = measure.rates ?? []
  const fits =
    countingPlace(cube) !== undefined &&
    cube.id !== 'population' &&
    measure.unit.en !== '%' &&
    (measure.notAdditiveOver ?? []).every(
      (id) => cube.dimensions.find((dimension) => dimension.id === id)?.kind === 'time',
    )
  return fits ? [...declared, perInhabitants] : declared
}
