import { breakdownVariables, variablesOf, type Breakdown } from '@caudal/methods/measure'

/** Codes of each variable that is not told by the records themselves. */
export const variableCodes = {
  sex: ['F', 'M'],
  age: ['Y0T14', 'Y15T24', 'Y25T64', 'Y_GE65'],
  citizenship_status: ['national', 'foreign'],
  birth_status: ['native-born', 'foreign-born'],
} as const

export const total = '_T'

/** A group of a breakdown: a code of every variable, the total of those it is not broken down by. */
export type Group = Readonly<Record<(typeof breakdownVariables)[number], string>>

export const whole: Group = Object.fromEntries(
  breakdownVariables.map((variable) => [variable, total]),
) as Group

/** The groups of a breakdown; corridors are those that inputs know of. */
export function groupsOf(by: Breakdown, corridors: readonly string[]): Group[] {
  return variablesOf(by).reduce<Group[]>(
    (groups, variable) => {
      const codes = variable === 'counterpart_area' ? corridors : variableCodes[variable]
      return groups.flatMap((group) => codes.map((code) => ({ ...group, [variable]: code })))
    },
    [whole],
  )
}

const keyOf = (input: string, country: string, year: number, group: Group) =>
  [input, country, year, ...breakdownVariables.map((variable) => group[variable])].join(' ')

/** An indicator's value from a sample, with its standard error. */
export interface SampleValue {
  readonly value: number
  readonly standardError: number | null
  readonly respondents: number
}

/** What a node knows of the inputs of indicators, by country, year and group. */
export class InputFigures {
  readonly #figures = new Map<string, number>()
  readonly #rows = new Map<string, Readonly<Record<string, string | null>>[]>()
  readonly #samples = new Map<string, SampleValue>()
  readonly countries = new Set<string>()
  readonly years = new Set<number>()
  readonly corridors = new Map<string, Set<string>>()

  add(input: string, country: string, year: number, group: Group, value: number): void {
    this.#figures.set(keyOf(input, country, year, group), value)
    this.years.add(year)
  }

  of(input: string, country: string, year: number, group: Group): number | undefined {
    return this.#figures.get(keyOf(input, country, year, group))
  }

  /** One row of an indicator that is computed from several. */
  addRow(
    indicator: string,
    country: string,
    year: number,
    group: Group,
    row: Readonly<Record<string, string | null>>,
  ): void {
    const key = keyOf(indicator, country, year, group)
    const rows = this.#rows.get(key)
    if (rows === undefined) this.#rows.set(key, [row])
    else rows.push(row)
    this.years.add(year)
    this.#addCorridor(indicator, group)
  }

  rowsOf(indicator: string, country: string, year: number, group: Group) {
    return this.#rows.get(keyOf(indicator, country, year, group))
  }

  addSample(
    indicator: string,
    country: string,
    year: number,
    group: Group,
    sample: SampleValue,
  ): void {
    this.#samples.set(keyOf(indicator, country, year, group), sample)
    this.years.add(year)
    this.#addCorridor(indicator, group)
  }

  sampleOf(indicator: string, country: string, year: number, group: Group) {
    return this.#samples.get(keyOf(indicator, country, year, group))
  }

  #addCorridor(indicator: string, { counterpart_area: code }: Group): void {
    if (code === total) return
    const known = this.corridors.get(indicator) ?? new Set()
    this.corridors.set(indicator, known.add(code))
  }
}
