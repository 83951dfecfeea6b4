import { findCube } from '../../measure/index.ts'
import type { CubeFigures, DimensionSource, MeasureFigures } from './figures-of-cube.ts'

/** Concept of each dimension of the cubes that are published by releases. */
const concepts: Readonly<Record<string, string>> = {
  country: 'REF_AREA',
  citizenship: 'CITIZENSHIP',
  birth_country: 'BIRTH_PLACE',
  counterpart_country: 'COUNTERPART_AREA',
  residence_country: 'COUNTERPART_AREA',
  previous_country: 'COUNTERPART_AREA',
  next_country: 'NEXT_AREA',
  intended_country: 'INTENDED_AREA',
  sex: 'SEX',
  age: 'AGE',
  purpose: 'PURPOSE',
  mode: 'MODE_TRANSPORT',
  border_post: 'BORDER_POST',
  permit_type: 'PERMIT_TYPE',
  procedure: 'PROCEDURE',
  decision: 'DECISION',
  event: 'PERMIT_EVENT',
  decision_time: 'DECISION_TIME',
  migratory_status: 'MIGRATORY_STATUS',
  end_reason: 'END_REASON',
  return_type: 'RETURN_TYPE',
  return_means: 'RETURN_MEANS',
  accompaniment: 'ACCOMPANIMENT',
  motive: 'MOTIVE',
  need: 'NEED',
  education: 'EDUCATION',
  marital_status: 'MARITAL_STATUS',
  occupation: 'OCCUPATION',
  department: 'DEPARTMENT',
  municipality: 'MUNICIPALITY',
  origin_department: 'ORIGIN_DEPARTMENT',
  origin_municipality: 'ORIGIN_MUNICIPALITY',
  destination_department: 'DEST_DEPARTMENT',
  destination_municipality: 'DEST_MUNICIPALITY',
  criterion: 'MIGRATION_CRITERION',
  birth_status: 'BIRTH_STATUS',
  citizenship_status: 'CITIZENSHIP_STATUS',
  length: 'STAY_LENGTH',
  authorisation: 'STAY_AUTHORISATION',
  release: 'VINTAGE',
  figure_status: 'FIGURE_STATUS',
}

interface Protected {
  readonly cube: string
  readonly dataflow: string
  readonly topic: string
  readonly measures: readonly MeasureFigures[]
  readonly flowDimension?: string
  /** Dimensions that the measure holds at one code already. */
  readonly held?: readonly string[]
  readonly timeLevels?: CubeFigures['timeLevels']
}

const byMonth: CubeFigures['timeLevels'] = [
  { level: 'month', frequency: 'M' },
  { level: 'quarter', frequency: 'Q' },
  { level: 'year', frequency: 'A' },
]

/**
 * The figures of a cube of persons: a structure of its own with every breakdown of the cube, so that
 * whatever a release shows has its place. A release shows the first measure of a cube; the others, which
 * must add up, are told of drawn records. Distinct persons are in neither: they do not add up.
 */
function figuresOf({ held = [], timeLevels = byMonth, ...own }: Protected): CubeFigures {
  const left = new Set(['time', own.flowDimension, ...held])
  const broken = findCube(own.cube)!.dimensions.filter(({ id }) => !left.has(id))
  const dimensions = broken.map(
    ({ id, kind, levels = [], shownAlone }): [string, DimensionSource] => {
      const concept = concepts[id]
      if (concept === undefined) throw new Error(`the dimension ${id} has no concept`)
      const total = id !== 'country' && shownAlone === undefined
      const isBanded = kind === 'age' && levels.length > 0
      return [concept, { cube: id, total, ...(isBanded && { finest: 'group' }) }]
    },
  )
  const parts = dimensions.filter(([, source]) => 'cube' in source && source.total)
  return {
    ...own,
    structure: own.dataflow,
    dimensions: Object.fromEntries(dimensions),
    timeLevels,
    cuts: [[], ...parts.map(([id]) => [id]), ['SEX', 'AGE'], ['CITIZENSHIP', 'SEX']],
  }
}

const inAndOut = (code: string, measure: string): MeasureFigures[] => [
  { code: `${code}_IN`, measure, flow: 'arrival', unit: 'EVENTS' },
  { code: `${code}_OUT`, measure, flow: 'departure', unit: 'EVENTS' },
]

const own = (cube: string, isWhole = true): DimensionSource => ({
  cube,
  total: false,
  ...(isWhole && { holdsTotal: true }),
})

/**
 * Provisional figures as each release estimated them. Neither releases nor the ends of intervals add
 * up: a figure is one cell, of one month.
 */
const estimates: CubeFigures = {
  cube: 'migration-estimates',
  dataflow: 'MIGRATION_ESTIMATES',
  structure: 'MIGRATION_ESTIMATES',
  dimensions: {
    REF_AREA: own('country', false),
    CITIZENSHIP_STATUS: own('citizenship_status'),
    VINTAGE: own('release', false),
    FIGURE_STATUS: own('figure_status', false),
  },
  flowDimension: 'direction',
  measures: [
    ...inAndOut('ESTIMATE', 'estimate'),
    ...inAndOut('ESTIMATE_DECIDED', 'decided'),
    ...inAndOut('ESTIMATE_UNDECIDED', 'undecided'),
    ...inAndOut('ESTIMATE_SE', 'standard_error'),
    ...inAndOut('ESTIMATE_LOW80', 'low_80'),
    ...inAndOut('ESTIMATE_HIGH80', 'high_80'),
    ...inAndOut('ESTIMATE_LOW95', 'low_95'),
    ...inAndOut('ESTIMATE_HIGH95', 'high_95'),
  ],
  timeLevels: [{ level: 'time', frequency: 'M' }],
  cuts: 'every',
  topic: 'FLOWS',
}

/** Unit of each indicator, of the list of units. */
const indicatorUnits: Readonly<Record<string, string>> = {
  'crude-net-migration-rate': 'PER_1000',
  'migrant-share': 'PT',
  'sdg-3-c-1': 'PER_10000',
  'sdg-4-b-1': 'USD',
  'sdg-8-7-1': 'PT',
  'sdg-8-8-1': 'PER_100000_WORKERS',
  'sdg-8-8-2': 'SCORE',
  'sdg-10-7-1': 'MONTHS',
  'sdg-10-7-2': 'SCORE',
  'sdg-10-7-3': 'PS',
  'sdg-10-7-4': 'PER_100000',
  'sdg-10-c-1': 'PT',
  'sdg-10-c-1-smart': 'PT',
  'sdg-16-2-2': 'PER_100000',
  'sdg-17-3-2': 'PT',
  'sdg-17-18-1': 'SCORE',
}

/** Values of the catalogue of indicators: each indicator is a measure, its cells hold their totals. */
const indicators: CubeFigures = {
  cube: 'indicators',
  dataflow: 'INDICATORS',
  structure: 'INDICATORS',
  dimensions: {
    REF_AREA: own('country', false),
    COUNTERPART_AREA: own('counterpart_area'),
    SEX: own('sex'),
    AGE: own('age'),
    CITIZENSHIP_STATUS: own('citizenship_status'),
    BIRTH_STATUS: own('birth_status'),
  },
  flowDimension: 'indicator',
  measures: Object.entries(indicatorUnits).map(([flow, unit]) => ({
    code: `IND_${flow.replaceAll('-', '_').toUpperCase()}`,
    measure: 'value',
    flow,
    unit,
  })),
  isNamedByFlow: true,
  timeLevels: [{ level: 'time', frequency: 'A' }],
  cuts: 'every',
  topic: 'INDICATORS',
}

/** The figures that releases publish, but for border movements, in the order of the cubes. */
export const protectedFigures: readonly CubeFigures[] = [
  figuresOf({
    cube: 'migrations',
    dataflow: 'MIGRATIONS',
    topic: 'FLOWS',
    flowDimension: 'direction',
    held: ['outcome'],
    measures: [
      ...inAndOut('MIGRATIONS', 'migrations'),
      { code: 'MIGRATIONS_NET', measure: 'net', unit: 'EVENTS' },
      ...inAndOut('CROSSINGS_UNDECIDED', 'undecided'),
      ...inAndOut('MIGRATIONS_IMPUTED', 'imputed'),
    ],
  }),
  estimates,
  figuresOf({
    cube: 'resident-stocks',
    dataflow: 'RESIDENT_STOCKS',
    topic: 'STOCKS',
    held: ['residence_state'],
    measures: [
      { code: 'RESIDENTS', measure: 'residents', unit: 'PS' },
      { code: 'RESIDENTS_UNDECIDED', measure: 'undecided', unit: 'PS' },
    ],
    timeLevels: [{ level: 'year', frequency: 'A' }],
  }),
  figuresOf({
    cube: 'stays',
    dataflow: 'STAYS',
    topic: 'MOVEMENTS',
    measures: [
      { code: 'STAYS', measure: 'stays', unit: 'EVENTS' },
      { code: 'STAY_DAYS', measure: 'stay_days', unit: 'DAYS' },
      { code: 'STAYS_ENDED', measure: 'ended', unit: 'EVENTS' },
      { code: 'STAYS_AUTHORISED', measure: 'authorised', unit: 'EVENTS' },
      { code: 'OVERSTAYS', measure: 'overstays', unit: 'EVENTS' },
      { code: 'STAYS_IMPUTED', measure: 'imputed', unit: 'EVENTS' },
    ],
  }),
  figuresOf({
    cube: 'permits',
    dataflow: 'PERMITS',
    topic: 'PERMITS',
    measures: [{ code: 'PERMITS', measure: 'permits', unit: 'EVENTS' }],
  }),
  figuresOf({
    cube: 'permit-events',
    dataflow: 'PERMIT_EVENTS',
    topic: 'PERMITS',
    measures: [
      { code: 'PERMIT_EVENTS', measure: 'events', unit: 'EVENTS' },
      { code: 'DAYS_TO_DECISION', measure: 'days_to_decision', unit: 'DAYS' },
      { code: 'DECISIONS_TIMED', measure: 'timed', unit: 'EVENTS' },
    ],
  }),
  figuresOf({
    cube: 'residences',
    dataflow: 'RESIDENCES',
    topic: 'PERMITS',
    measures: [{ code: 'RESIDENCES', measure: 'residences', unit: 'EVENTS' }],
  }),
  figuresOf({
    cube: 'returns',
    dataflow: 'RETURNS',
    topic: 'RETURNS',
    measures: [
      { code: 'RETURNS', measure: 'returns', unit: 'EVENTS' },
      { code: 'PREVIOUS_RETURNS', measure: 'previous_returns', unit: 'EVENTS' },
    ],
  }),
  indicators,
]
