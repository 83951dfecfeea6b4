import { quoteName, quoteText } from '@caudal/methods/collect'
import type {
  ComponentFilter,
  Condition,
  Observation,
  ObservationStream,
  SeriesHead,
} from '@caudal/methods/exchange'
import type { LakeEngine, LakeValue } from '../../store/index.ts'
import { endsOfSeries } from './ends-of-series.ts'
import type { Availability, FigureQuestion } from './published-figures.ts'
import { SaidOfFigures } from './said-of-figures.ts'

/** A file of figures and what its columns mean. */
export interface FiguresFile {
  readonly path: string
  readonly at: number
  readonly dimensions: readonly string[]
  readonly seriesAttributes: Readonly<Record<string, Readonly<Record<string, string>>>>
}

interface FigureRow {
  readonly key: string
  readonly t: string
  readonly v: number | null
  readonly o: string | null
  readonly c: string | null
}

/**
 * The observations of a question as a stream. The file lies in the order of the key, so that nothing
 * is sorted and memory stays bounded, unless another order is asked for.
 */
export async function* readFigures(
  lake: LakeEngine,
  file: FiguresFile,
  question: FigureQuestion,
): ObservationStream & AsyncGenerator<readonly Observation[]> {
  const parameters: LakeValue[] = []
  const where = whereSql(file, question, parameters)
  const order = (question.order ?? []).map(
    ({ component, descending }) => `${orderColumn(component)} ${descending ? 'desc' : 'asc'}`,
  )
  const limited = question.first !== undefined || question.last !== undefined
  const qualify = order.length > 0 && limited ? qualifySql(question) : ''
  const sql = `select key, t, v, o, c from read_parquet(${quoteText(file.path)}) ${where} ${qualify}
    ${order.length > 0 ? `order by ${order.join(', ')}` : ''}`
  const read = decode(lake.stream<FigureRow>(sql, parameters), file, question)
  if (order.length === 0 && limited) yield* endsOfSeries(read, question.first, question.last)
  else yield* read
}

async function* decode(
  rows: AsyncIterable<FigureRow[]>,
  file: FiguresFile,
  { attributes }: FigureQuestion,
): AsyncGenerator<readonly Observation[]> {
  const measure = file.dimensions.indexOf('MEASURE')
  const said = new SaidOfFigures(attributes, file.seriesAttributes)
  let key: string | undefined
  let series: SeriesHead | undefined
  for await (const chunk of rows) {
    const observations: Observation[] = []
    for (const row of chunk) {
      if (row.key !== key || series === undefined) {
        key = row.key
        const codes = key.split('.')
        series = { key: codes, attributes: said.ofSeries(codes[measure]!) }
      }
      observations.push({
        series,
        period: row.t,
        value: row.v,
        attributes: said.ofObservation(row.o, row.c),
      })
    }
    yield observations
  }
}

/** What there is of a question: codes, periods and counts. */
export async function measureAvailability(
  lake: LakeEngine,
  file: FiguresFile,
  question: FigureQuestion,
): Promise<Availability> {
  const parameters: LakeValue[] = []
  const where = whereSql(file, question, parameters)
  const lists = file.dimensions.map((id, i) => `list(distinct ${quoteName(id)}) as d${i}`)
  const [row] = await lake.rows(
    `select ${lists.join(', ')}, list(distinct t) as periods, count(distinct key) as series,
      count(*) as observations from read_parquet(${quoteText(file.path)}) ${where}`,
    parameters,
  )
  const sorted = (value: unknown) => ((value as string[] | null) ?? []).toSorted()
  return {
    codes: Object.fromEntries(file.dimensions.map((id, i) => [id, sorted(row![`d${i}`])])),
    periods: sorted(row!['periods']),
    seriesCount: Number(row!['series']),
    observationCount: Number(row!['observations']),
  }
}

function whereSql(file: FiguresFile, question: FigureQuestion, parameters: LakeValue[]): string {
  const place = (value: LakeValue) => `$${parameters.push(value)}`
  const among = (column: string, values: readonly string[]) =>
    `${column} in (${values.map((value) => quoteText(value)).join(', ')})`
  const boxes = question.boxes
    .map((box) => Object.entries(box).map(([id, codes]) => among(quoteName(id), codes)))
    .map((conditions) => (conditions.length === 0 ? 'true' : `(${conditions.join(' and ')})`))
  const conditions = [question.deleted === true ? 'x' : 'not x']
  if (boxes.length > 0 && !boxes.includes('true')) conditions.push(`(${boxes.join(' or ')})`)
  if (question.periods) conditions.push(among('t', question.periods))
  if (question.changedAfter !== undefined) conditions.push(`u > ${place(question.changedAfter)}`)
  if (question.changedThen === true) conditions.push(`u = ${place(file.at)}`)
  for (const filter of question.others ?? []) conditions.push(filterSql(filter, file, place))
  return `where ${conditions.join(' and ')}`
}

/** A condition on an attribute or on the figure itself. */
function filterSql(
  filter: ComponentFilter,
  file: FiguresFile,
  place: (value: LakeValue) => string,
): string {
  const column = filterColumn(filter.component, file)
  const alternatives = filter.alternatives.map((conditions) =>
    conditions.map((condition) => conditionSql(column, condition, place)).join(' and '),
  )
  return `(${alternatives.map((each) => `(${each})`).join(' or ')})`
}

function filterColumn(component: string, file: FiguresFile): string {
  if (component === 'OBS_VALUE') return 'v'
  if (component === 'OBS_STATUS') return 'o'
  if (component === 'CONF_STATUS') return 'c'
  const cases = Object.entries(file.seriesAttributes)
    .filter(([, attributes]) => attributes[component] !== undefined)
    .map(
      ([code, attributes]) => `when ${quoteText(code)} then ${quoteText(attributes[component]!)}`,
    )
  return cases.length === 0 ? 'null' : `(case "MEASURE" ${cases.join(' ')} end)`
}

function conditionSql(
  column: string,
  { operator, value }: Condition,
  place: (value: LakeValue) => string,
): string {
  const isNumber = column === 'v' && Number.isFinite(Number(value))
  const given = () => place(isNumber ? Number(value) : value)
  const text = `cast(${column} as varchar)`
  switch (operator) {
    case 'eq':
      return `${isNumber ? column : text} = ${given()}`
    case 'ne':
      return `${isNumber ? column : text} is distinct from ${given()}`
    case 'lt':
      return `${isNumber ? column : text} < ${given()}`
    case 'le':
      return `${isNumber ? column : text} <= ${given()}`
    case 'gt':
      return `${isNumber ? column : text} > ${given()}`
    case 'ge':
      return `${isNumber ? column : text} >= ${given()}`
    case 'co':
      return `contains(${text}, ${place(value)})`
    case 'nc':
      return `not contains(coalesce(${text}, ''), ${place(value)})`
    case 'sw':
      return `starts_with(${text}, ${place(value)})`
    case 'ew':
      return `ends_with(${text}, ${place(value)})`
  }
  return operator satisfies never
}

function orderColumn(component: string): string {
  if (component === 'TIME_PERIOD') return 't'
  if (component === 'OBS_VALUE') return 'v'
  if (component === 'OBS_STATUS') return 'o'
  return component === 'CONF_STATUS' ? 'c' : quoteName(component)
}

function qualifySql({ first, last }: FigureQuestion): string {
  const kept: string[] = []
  if (first !== undefined) kept.push(`row_number() over (partition by key order by t) <= ${first}`)
  if (last !== undefined)
    kept.push(`row_number() over (partition by key order by t desc) <= ${last}`)
  return `qualify ${kept.join(' or ')}`
}
