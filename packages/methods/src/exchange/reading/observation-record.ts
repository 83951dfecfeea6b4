import { findCode, specialCodes } from '../../vocabulary/index.ts'
import { getCodeList } from '../../vocabulary/code-lists/index.ts'
import type { ReadObservation } from './read-observation.ts'

/** Fields of a record of the type `observation` that an SDMX observation fills. */
export const recordFields = [
  'measure',
  'frequency',
  'period',
  'ref_area',
  'counterpart_area',
  'citizenship',
  'birth_country',
  'sex',
  'age',
  'purpose',
  'duration',
  'mode',
  'direction',
  'value',
  'unit',
  'unit_multiplier',
  'obs_status',
] as const

export type RecordField = (typeof recordFields)[number]

/** How services call what each field holds; capitals aside. */
const namesOf: Readonly<Partial<Record<RecordField, readonly string[]>>> = {
  measure: ['MEASURE', 'INDICATOR', 'SERIES', 'VARIABLE', 'VAR', 'INDIC_DE'],
  frequency: ['FREQ', 'FREQUENCY'],
  ref_area: ['REF_AREA', 'GEO', 'LOCATION', 'GEOAREA', 'GEO_PICT', 'COUNTRY', 'COU'],
  counterpart_area: ['COUNTERPART_AREA', 'PARTNER', 'C_RESID', 'CO2'],
  citizenship: ['CITIZENSHIP', 'CITIZEN', 'NATIONALITY'],
  birth_country: ['BIRTH_PLACE', 'C_BIRTH', 'COUNTRY_OF_BIRTH'],
  sex: ['SEX', 'GENDER', 'GEN'],
  age: ['AGE'],
  purpose: ['PURPOSE', 'REASON'],
  duration: ['DURATION'],
  mode: ['MODE_TRANSPORT', 'TRA_MODE'],
  unit: ['UNIT_MEASURE', 'UNIT'],
  unit_multiplier: ['UNIT_MULT', 'UNIT_MULTIPLIER', 'POWERCODE'],
  obs_status: ['OBS_STATUS', 'OBS_FLAG'],
}

const fieldByName = new Map<string, RecordField>()
for (const field of recordFields) {
  for (const name of namesOf[field] ?? []) fieldByName.set(name, field)
}

const areaFields: ReadonlySet<RecordField> = new Set([
  'ref_area',
  'counterpart_area',
  'citizenship',
  'birth_country',
])

const lists: Readonly<Partial<Record<RecordField, string>>> = {
  sex: 'sex',
  age: 'age-groups',
  frequency: 'frequency',
  unit: 'units',
}

/** Codes that services write otherwise than the standards: Eurostat's Greece, Kingdom and Kosovo. */
const oddAreas: Readonly<Record<string, string>> = { EL: 'GRC', UK: 'GBR', XK: 'XKX' }

/** Words for everything in a dimension; of areas fewer, for MF is a country too. */
const totals = /^(?:_T|T|TOTAL|SEX_T|AGE_TOTAL|ALL|BTSX|MF)$/i
const allAreas = /^(?:_T|T|TOTAL|ALL)$/i

/** Measures of the platform's own structures whose codes are not those of its list of measures. */
const ownMeasures: Readonly<
  Record<string, { readonly measure: string; readonly direction?: string }>
> = {
  MIGRATION_IN: { measure: 'migration-flow', direction: 'arrival' },
  MIGRATION_OUT: { measure: 'migration-flow', direction: 'departure' },
  MIGRATIONS_IN: { measure: 'migration-flow', direction: 'arrival' },
  MIGRATIONS_OUT: { measure: 'migration-flow', direction: 'departure' },
  MIGRATIONS_NET: { measure: 'net-migration' },
  BORDER_ARRIVALS: { measure: 'border-crossings', direction: 'arrival' },
  BORDER_DEPARTURES: { measure: 'border-crossings', direction: 'departure' },
  REMIT_RECEIVED: { measure: 'remittances-received' },
  REMIT_SENT: { measure: 'remittances-sent' },
}

/** Flags of Eurostat that are other letters in the cross-domain list. */
const oddStatus: Readonly<Record<string, string>> = { c: 'Q', z: 'M', n: 'N', s: 'E' }

/** A record, what of the observation has no place in it, and the areas that are no single country. */
export interface RecordRead {
  readonly fields: Readonly<Partial<Record<RecordField, string>>>
  /** Dimensions that no field takes, with their code: what tells records apart must not vanish. */
  readonly besides: Readonly<Record<string, string>>
  readonly aggregates: readonly string[]
}

/**
 * An observation of any service as a record of the platform. Codes that are understood are written as
 * here; others stay as they came, for the import to report.
 *
 * @example recordOf({ key: { geo: 'EL', sex: 'T' }, period: '2020', value: '5', attributes: {}, action: undefined, line: 1 }).fields.ref_area // => 'GRC'
 */
export function recordOf(observation: ReadObservation): RecordRead {
  const fields: Partial<Record<RecordField, string>> = {}
  const besides: Record<string, string> = {}
  const aggregates: string[] = []
  for (const [id, code] of Object.entries(observation.key)) {
    const field = fieldByName.get(id.toUpperCase())
    if (field === undefined || fields[field] !== undefined) {
      if (!totals.test(code) && code !== specialCodes.notApplicable) besides[id] = code
      continue
    }
    if (field === 'measure') {
      Object.assign(fields, ownMeasures[code] ?? { measure: measureOf(code) })
      continue
    }
    const own = codeOf(field, code)
    fields[field] = own
    if (areaFields.has(field) && isAggregate(own)) aggregates.push(own)
  }
  for (const [id, said] of Object.entries(observation.attributes)) {
    const field = fieldByName.get(id.toUpperCase())
    if (field !== undefined) fields[field] ??= codeOf(field, said)
  }
  if (observation.period !== undefined) fields.period = plainPeriod(observation.period)
  const value = observation.value?.trim()
  if (value !== undefined && value !== '' && value !== 'NaN' && value !== ':') fields.value = value
  else fields.obs_status = /^[LMOQ]$/.test(fields.obs_status ?? '') ? fields.obs_status! : 'O'
  return { fields, besides, aggregates }
}

/** A measure by its code as identifiers of the standard write it: POPULATION, MIGRANT_STOCK. */
function measureOf(code: string): string {
  const own = code.toLowerCase().replaceAll('_', '-')
  return findCode(getCodeList('measures'), own)?.code ?? code
}

function codeOf(field: RecordField, code: string): string {
  if (field === 'obs_status') return oddStatus[code] ?? code.toUpperCase()
  if (field === 'unit_multiplier') return code
  if (areaFields.has(field)) {
    if (allAreas.test(code)) return specialCodes.total
    return findCode(getCodeList('countries'), oddAreas[code] ?? code)?.code ?? code
  }
  const list = lists[field]
  if (list === undefined) return code
  const bare = code.replace(/^(?:SEX|AGE)_/, '')
  if (totals.test(code) || totals.test(bare)) return specialCodes.total
  return findCode(getCodeList(list), bare)?.code ?? bare
}

/** Whether a code of an area is none of a country: a union, a continent, the world. */
function isAggregate(code: string): boolean {
  return !code.startsWith('_') && findCode(getCodeList('countries'), code)?.code !== code
}

/**
 * A period in the way of the platform.
 *
 * @example plainPeriod('2020-M03') // => '2020-03'
 * @example plainPeriod('2020-A1') // => '2020'
 */
export function plainPeriod(period: string): string {
  return period.replace(/-A1$/, '').replace(/-M(\d\d)$/, '-$1')
}
