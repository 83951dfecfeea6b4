import { daySpan } from '../query/time-span.ts'
import type { ReadObservation } from '../reading/read-observation.ts'
import type { ReadCodelist, ReadDataStructure } from '../reading/read-structure.ts'
import type { Fault, FaultCode } from './fault.ts'

/** What observations are held against. */
export interface Yardstick {
  readonly structure: ReadDataStructure
  /** By id of the component: its codes; absent where it has no list, or none was found. */
  readonly codes: ReadonlyMap<string, ReadonlySet<string>>
}

/** The yardstick of a structure, with the code lists that are at hand. */
export function yardstickOf(
  structure: ReadDataStructure,
  lists: readonly ReadCodelist[],
): Yardstick {
  const codes = new Map<string, ReadonlySet<string>>()
  for (const { id, codelist } of [...structure.dimensions, ...structure.attributes]) {
    if (!codelist) continue
    const same = lists.filter(
      ({ reference }) => reference.agency === codelist.agency && reference.id === codelist.id,
    )
    const list = same.find(({ reference }) => reference.version === codelist.version) ?? same.at(-1)
    if (list) codes.set(id, new Set(list.codes.keys()))
  }
  return { structure, codes }
}

/** Statuses that say that there is no figure. @see SDMX cross-domain list CL_OBS_STATUS 2.2 */
const missing = /^[HLMOQ]$/

/** What a text must be to be of a type; types that any text is of are left out. */
const typeTests: Readonly<Record<string, (text: string) => boolean>> = {
  Integer: (text) => /^[+-]?\d+$/.test(text),
  BigInteger: (text) => /^[+-]?\d+$/.test(text),
  Count: (text) => /^\d+$/.test(text),
  Double: (text) => number.test(text),
  Decimal: (text) => number.test(text),
  Boolean: (text) => /^(?:true|false|0|1)$/.test(text),
  DateTime: (text) => daySpan(text) !== undefined && /^\d{4}-\d{2}-\d{2}/.test(text),
  GregorianYearMonth: (text) => /^\d{4}-\d{2}$/.test(text) && daySpan(text) !== undefined,
  ObservationalTimePeriod: (text) => daySpan(text) !== undefined,
}

/** Most characters of a value that a fault repeats. */
const longestShown = 80

const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/

/** Statuses that say why there is no figure: missing of any kind, or confidential. */
const excuses = /^[LMOQHN]$/

/** What each frequency writes. @see SDMX 2.1 Technical Specifications, section 6, 4.2.14 */
const periodsOf: Readonly<Record<string, RegExp>> = {
  A: /^\d{4}(?:-A1)?$/,
  S: /^\d{4}-S[12]$/,
  T: /^\d{4}-T[1-3]$/,
  Q: /^\d{4}-Q[1-4]$/,
  M: /^\d{4}-(?:M?\d{2})$/,
  W: /^\d{4}-W\d{2}$/,
  D: /^\d{4}-(?:\d{2}-\d{2}|D\d{3})$/,
}

/**
 * What is wrong with an observation by itself; that it stands twice is seen from all of them.
 *
 * @returns no fault where it is sound
 */
export function checkObservation(observation: ReadObservation, yardstick: Yardstick): Fault[] {
  const { structure, codes } = yardstick
  const { key, period, value, attributes, line } = observation
  const faults: Fault[] = []
  const add = (code: FaultCode, component: string, given: string) =>
    faults.push({ code, component, value: given, line })
  for (const { id } of structure.dimensions) {
    const code = key[id]
    if (code === undefined || code === '') add('concept-missing', id, '')
    else if (codes.get(id)?.has(code) === false) add('code-unknown', id, code)
  }
  for (const id of Object.keys(key)) {
    if (!structure.dimensions.some((dimension) => dimension.id === id)) {
      add('concept-unknown', id, key[id]!)
    }
  }
  if (isDeletion(observation)) return faults
  for (const [id, said] of Object.entries(attributes)) {
    const attribute = structure.attributes.find((each) => each.id === id)
    if (!attribute) add('concept-unknown', id, said)
    else if (codes.get(id)?.has(said) === false) add('code-unknown', id, said)
    else if (typeTests[attribute.textType ?? '']?.(said) === false) add('type-mismatch', id, said)
    else if (said.length > (attribute.maxLength ?? Infinity)) {
      add('text-too-long', id, said.slice(0, longestShown))
    }
  }
  for (const { id, mandatory } of structure.attributes) {
    if (mandatory === true && attributes[id] === undefined) add('concept-missing', id, '')
  }
  if (structure.hasTime) checkPeriod(period, key['FREQ'], add)
  if (value === undefined || value === 'NaN') {
    if (!excuses.test(attributes['OBS_STATUS'] ?? '') && attributes['CONF_STATUS'] !== 'C') {
      add('value-missing', 'OBS_VALUE', '')
    }
  } else if (!number.test(value)) add('value-not-numeric', 'OBS_VALUE', value)
  else if (missing.test(attributes['OBS_STATUS'] ?? '')) {
    add('value-despite-status', 'OBS_VALUE', value)
  }
  const embargo = attributes['EMBARGO_TIME']
  if (embargo !== undefined && attributes['CONF_STATUS'] !== 'E') {
    add('embargo-without-status', 'EMBARGO_TIME', embargo)
  }
  return faults
}

function checkPeriod(
  period: string | undefined,
  frequency: string | undefined,
  add: (code: FaultCode, component: string, given: string) => void,
): void {
  if (period === undefined) return add('concept-missing', 'TIME_PERIOD', '')
  if (!daySpan(period)) return add('period-malformed', 'TIME_PERIOD', period)
  const expected = frequency === undefined ? undefined : periodsOf[frequency]
  if (expected && !expected.test(period)) add('period-of-other-frequency', 'TIME_PERIOD', period)
}

/** Whether the observation only says what is to be deleted. */
export function isDeletion({ action }: ReadObservation): boolean {
  return action === 'Delete' || action === 'D'
}

/** The key of an observation with its period, as people write it. */
export function keyText({ key, period }: ReadObservation, { structure }: Yardstick): string {
  const codes = structure.dimensions.map(({ id }) => key[id] ?? '')
  return [...codes, ...(structure.hasTime ? [period ?? ''] : [])].join('.')
}
