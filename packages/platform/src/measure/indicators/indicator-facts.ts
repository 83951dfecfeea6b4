import { breakdowns, variablesOf, type BreakdownVariable } from '@caudal/methods/measure'
import { indicators, type Indicator, type IndicatorRow } from '@caudal/methods/measure/indicators'
import { groupsOf, whole, type Group, type InputFigures } from './input-figures.ts'

/** Years shown at most, the latest. */
const mostYears = 12

/** Words of the catalogue that stand for a variable. */
const variableWords: Readonly<Record<BreakdownVariable, readonly string[]>> = {
  sex: ['sex'],
  age: ['age'],
  citizenship_status: ['citizenship', 'migrant status'],
  birth_status: ['country of birth', 'migrant status'],
  counterpart_area: ['corridor'],
}

/** A way to an indicator from figures: its inputs by column, and what the way itself implies. */
interface Route {
  readonly columns: Readonly<Record<string, string>>
  readonly implied?: Readonly<Record<string, string>>
}

/** In order of preference: the first of which all is known, else the one of which most is. */
const routes: Readonly<Record<string, readonly Route[]>> = {
  'crude-net-migration-rate': [
    { columns: { immigrants: 'immigrants', emigrants: 'emigrants', population: 'population' } },
  ],
  'migrant-share': [{ columns: { migrants: 'migrants', population: 'population' } }],
  'sdg-3-c-1': [{ columns: { health_workers: 'health_workers', population: 'population' } }],
  'sdg-4-b-1': [{ columns: { observation: 'scholarship_aid' } }],
  'sdg-8-7-1': [
    { columns: { children_in_child_labour: 'children_in_child_labour', children: 'children' } },
  ],
  'sdg-8-8-1': [{ columns: { injuries: 'injuries', workers: 'workers' } }],
  'sdg-8-8-2': [{ columns: { observation: 'labour_rights' } }],
  // of incidents the dead and the missing are one figure
  'sdg-10-7-3': [{ columns: { dead: 'dead_and_missing' }, implied: { missing: '0' } }],
  'sdg-10-7-4': [{ columns: { refugees: 'refugees', population_of_origin: 'population' } }],
  'sdg-16-2-2': [{ columns: { victims: 'victims', population: 'population' } }],
  'sdg-17-3-2': [
    { columns: { remittances_received: 'remittances', gdp: 'gdp' } },
    { columns: { remittances_received: 'remittances_share' }, implied: { gdp: '100' } },
  ],
  'sdg-17-18-1': [{ columns: { observation: 'statistical_capacity' } }],
}

/** Inputs that are counts of crossings. */
const counted: ReadonlySet<string> = new Set(['immigrants', 'emigrants'])

/** A row of the record type `indicator`. */
export type IndicatorFact = Readonly<Record<string, string | number | null>>

interface Cell {
  readonly country: string
  readonly year: number
  readonly group: Group
}

/** Every indicator for every country, year and group of the breakdowns that it is to be had by. */
export function* indicatorFacts(figures: InputFigures): Generator<IndicatorFact> {
  const years = [...figures.years].sort((a, b) => a - b).slice(-mostYears)
  for (const indicator of indicators) {
    const isWanted = (variable: BreakdownVariable) =>
      variableWords[variable].some((word) => indicator.disaggregations.includes(word))
    const corridors = [...(figures.corridors.get(indicator.id) ?? [])].sort()
    const groups = breakdowns
      .filter((by) => variablesOf(by).every(isWanted))
      .flatMap((by) => groupsOf(by, corridors))
    for (const country of figures.countries) {
      for (const year of years) {
        for (const group of groups) yield factOf(indicator, figures, { country, year, group })
      }
    }
  }
}

interface Found {
  readonly value: number | null
  readonly standardError?: number | null
  readonly respondents?: number
  readonly status: 'available' | 'partial' | 'missing'
  readonly lacking: readonly string[]
}

function factOf(indicator: Indicator, figures: InputFigures, cell: Cell): IndicatorFact {
  const { country, year, group } = cell
  const { value, standardError, respondents, status, lacking } =
    fromSample(indicator, figures, cell) ??
    fromRows(indicator, figures, cell) ??
    fromFigures(indicator, figures, cell)
  return {
    country,
    indicator: indicator.id,
    period: String(year),
    ...group,
    status,
    value,
    standard_error: standardError ?? null,
    respondents: respondents ?? null,
    lacking: lacking.join(' '),
  }
}

function fromSample({ id }: Indicator, figures: InputFigures, cell: Cell): Found | undefined {
  const { country, year, group } = cell
  const sample = figures.sampleOf(id, country, year, group)
  if (sample !== undefined) return { ...sample, status: 'available', lacking: [] }
  if (figures.sampleOf(id, country, year, whole) === undefined) return undefined
  return { value: null, status: 'partial', lacking: ['respondents'] }
}

function fromRows(indicator: Indicator, figures: InputFigures, cell: Cell): Found | undefined {
  const { id } = indicator
  const { country, year, group } = cell
  const rows = figures.rowsOf(id, country, year, group)
  if (rows !== undefined) return found(indicator.measure(rows), rows)
  if (id !== 'sdg-10-c-1-smart' || group !== whole) return undefined
  // of a country the mean of its corridors, as the source has it
  const values = [...(figures.corridors.get(id) ?? [])].flatMap((code) => {
    const own = figures.rowsOf(id, country, year, { ...whole, counterpart_area: code })
    const [first] = own === undefined ? [] : indicator.measure(own)
    return first === undefined || first.value === null ? [] : [first.value]
  })
  if (values.length === 0) return undefined
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { value: mean, status: 'available', lacking: [] }
}

function found(answers: ReturnType<Indicator['measure']>, rows: readonly IndicatorRow[]): Found {
  const [first] = answers
  if (first === undefined || first.value === null) {
    const lacking = first === undefined || first.value !== null ? [] : first.missing
    return { value: null, status: rows.length > 0 ? 'partial' : 'missing', lacking }
  }
  return { value: first.value, status: 'available', lacking: [] }
}

function fromFigures(indicator: Indicator, figures: InputFigures, cell: Cell): Found {
  const { country, year, group } = cell
  const needed = indicator.inputs
    .filter(({ isOptional }) => isOptional !== true)
    .map(({ column }) => column)
  const tried = (routes[indicator.id] ?? []).map((route) => ({
    route,
    row: rowOf(route, figures, cell),
  }))
  const lackingOf = (row: IndicatorRow) => needed.filter((column) => (row[column] ?? null) === null)
  const [best] = tried.sort((a, b) => lackingOf(a.row).length - lackingOf(b.row).length)
  const row = best?.row ?? {}
  const hasAny = Object.keys(row).length > 0
  const lacking = lackingOf(row)
  if (lacking.length > 0) return { value: null, status: hasAny ? 'partial' : 'missing', lacking }
  // what is undecided is not zero: a rate of months that may still change is not told
  if ('immigrants' in row && (figures.of('undecided', country, year, group) ?? 0) > 0) {
    return { value: null, status: 'partial', lacking: ['undecided'] }
  }
  return found(indicator.measure([row]), [row])
}

/** The inputs of a cell by their columns; empty where not one of them is known. */
function rowOf(
  { columns, implied }: Route,
  figures: InputFigures,
  { country, year, group }: Cell,
): IndicatorRow {
  const known: Record<string, string | null> = {}
  for (const [column, input] of Object.entries(columns)) {
    const value = figures.of(input, country, year, group)
    // of a year whose crossings are observed, a group without any counted none
    const isObserved = counted.has(input) && figures.of(input, country, year, whole) !== undefined
    known[column] = value !== undefined ? String(value) : isObserved ? '0' : null
  }
  return Object.values(known).some((value) => value !== null) ? { ...known, ...implied } : {}
}
