import { parseAgeCode } from '../../measure/index.ts'
import type { TableResult } from '../table.ts'
import { sliceTable, type SliceCell, type TableSlice } from './slice-table.ts'

/** One age group with its women to one side and its men to the other. */
export interface PyramidBand {
  readonly code: string
  readonly label: string
  readonly women: SliceCell
  readonly men: SliceCell
}

export interface PopulationPyramid {
  /** Youngest first. */
  readonly bands: readonly PyramidBand[]
  /** Figures of unknown or other age or sex, which a pyramid has no place for. */
  readonly unplaced: number
  readonly slice: TableSlice
}

/** Codes of the list of sexes. */
const sexes = { women: 'F', men: 'M' } as const

/** The dimensions of age and of sex in a table, as it writes them; undefined where one is lacking. */
export function findAgeAndSex(
  result: TableResult,
): { readonly age: string; readonly sex: string } | undefined {
  const dimensions = [...result.rows, ...result.columns]
  const age = dimensions.find(
    ({ codes }) => codes.filter(({ code }) => parseAgeCode(code)).length > 1,
  )
  const sex = dimensions.find(({ codes }) =>
    [sexes.women, sexes.men].some((each) => codes.some(({ code }) => code === each)),
  )
  return age && sex && age !== sex ? { age: age.id, sex: sex.id } : undefined
}

/**
 * The age-sex structure of a table; undefined where it has no age groups or no sex.
 *
 * Age groups of unequal width are drawn as they are: the figures are counts of a group, not densities.
 *
 * @see UN Statistics Division (2017), Principles and Recommendations for Population and Housing Censuses, Rev. 3
 */
export function populationPyramid(
  result: TableResult,
  asked: Readonly<Record<string, string>>,
  isWhole?: (period: string) => boolean,
): PopulationPyramid | undefined {
  const found = findAgeAndSex(result)
  if (!found) return undefined
  const slice = sliceTable(result, [found.age, found.sex], asked, isWhole)
  const codesOf = (id: string) =>
    [...result.rows, ...result.columns].find((dimension) => dimension.id === id)!.codes
  const ages = codesOf(found.age)
  const bands = ages
    .filter(({ code }) => parseAgeCode(code))
    .map(({ code, label }): PyramidBand => ({
      code,
      label,
      women: slice.cell(code, sexes.women),
      men: slice.cell(code, sexes.men),
    }))
  let unplaced = 0
  for (const { code: age } of ages) {
    for (const { code: sex } of codesOf(found.sex)) {
      const placed = parseAgeCode(age) && (sex === sexes.women || sex === sexes.men)
      if (!placed) unplaced += slice.cell(age, sex).value ?? 0
    }
  }
  return { bands, unplaced, slice }
}
