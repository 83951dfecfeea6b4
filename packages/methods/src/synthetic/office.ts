import { dayOfIso } from '../numerics/index.ts'
import { errorKinds, type ErrorKind } from './error-kinds.ts'
import type {
  CountryCoding,
  ErrorParameters,
  OfficeColumn,
  OfficeParameters,
} from './office-parameters.ts'
import type { RecordFields } from './record-fields.ts'
import type { RegionModel } from './region-model.ts'
import { machineReadableName, plainCapitals } from './spelling-errors.ts'

/** Writes the text of one column. */
type ColumnWriter = (fields: RecordFields) => string

/** An office ready to write: how the border posts of one country put a crossing on a line. */
export interface Office {
  readonly country: number
  readonly parameters: OfficeParameters
  readonly header: string
  readonly columns: readonly {
    readonly write: ColumnWriter
    readonly blank: number
    readonly missing: string
  }[]
  /** Columns that can hold a code no list has. */
  readonly codedColumns: readonly string[]
  /** Error rates by place in `errorKinds`. */
  readonly rates: Float64Array
  readonly lateDays: ErrorParameters['lateDays']
}

/** Prepares an office of the model. */
export function compileOffice(
  model: RegionModel,
  parameters: OfficeParameters,
  errors: ErrorParameters,
): Office {
  const { delimiter } = parameters.file
  return {
    country: model.placeOf(parameters.country),
    parameters,
    header: parameters.columns.map((column) => column.header).join(delimiter),
    columns: parameters.columns.map((column) => ({
      write: quoted(column, withUnknown(column, columnWriter(model, parameters, column))),
      blank: column.blank ?? 0,
      missing: column.missing ?? '',
    })),
    codedColumns: parameters.columns
      .filter((one) => one.unknown !== undefined)
      .map((one) => one.header),
    rates: Float64Array.from(errorKinds, (kind) => rateOf(errors, parameters, kind)),
    lateDays: errors.lateDays,
  }
}

function rateOf(errors: ErrorParameters, office: OfficeParameters, kind: ErrorKind): number {
  return Math.min(1, (errors.rates[kind] ?? 0) * (office.errorFactors[kind] ?? 1))
}

function quoted(column: OfficeColumn, write: ColumnWriter): ColumnWriter {
  if (!column.quoted) return write
  return (fields) => `"${write(fields).replaceAll('"', '""')}"`
}

function withUnknown(column: OfficeColumn, write: ColumnWriter): ColumnWriter {
  const { unknown, header } = column
  if (unknown === undefined) return write
  return (fields) => (fields.unknownColumn === header ? unknown : write(fields))
}

function columnWriter(
  model: RegionModel,
  office: OfficeParameters,
  column: OfficeColumn,
): ColumnWriter {
  switch (column.write) {
    case 'crossed-on':
    case 'crossed-at':
      return dateTimeWriter(column.format ?? 'yyyy-MM-dd')
    case 'birth-date': {
      const write = dateWriter(column.format ?? 'yyyy-MM-dd')
      return (fields) => (fields.birthCivil === 0 ? '' : write(fields.birthCivil))
    }
    case 'direction':
      return coded(column, (fields) => fields.direction)
    case 'mode':
      return coded(column, (fields) => fields.mode)
    case 'sex':
      return coded(column, (fields) => fields.sex)
    case 'purpose':
      return coded(column, (fields) => fields.purpose)
    case 'document-type':
      return coded(column, (fields) => fields.documentType)
    case 'border-post':
      return postWriter(model, office, column)
    case 'citizenship':
      return countryWriter(model, column, (fields) => fields.citizenship)
    case 'birth-country':
      return countryWriter(model, column, (fields) => fields.birthPlace)
    case 'residence-country':
      return countryWriter(model, column, (fields) => fields.residence)
    case 'counterpart-country':
      return countryWriter(model, column, (fields) => fields.counterpart)
    case 'document-issuer':
      return countryWriter(model, column, (fields) => fields.issuer)
    case 'document-number':
      return (fields) => fields.documentNumber
    case 'authorised-days':
      return (fields) => (fields.authorisedDays === 0 ? '' : String(fields.authorisedDays))
    case 'carrier':
      return (fields) => fields.carrier
    default:
      return nameWriter(office, column)
  }
}

function coded(column: OfficeColumn, valueOf: (fields: RecordFields) => string): ColumnWriter {
  const codes = new Map(Object.entries(column.codes ?? {}))
  const since = column.since
  if (!since) return (fields) => codes.get(valueOf(fields)) ?? ''
  const from = dayOfIso(since.day)
  const later = new Map(Object.entries(since.codes))
  return (fields) => (fields.day >= from ? later : codes).get(valueOf(fields)) ?? ''
}

/** By the code list, or by the names that the country's own system gives its posts. */
function postWriter(
  model: RegionModel,
  office: OfficeParameters,
  column: OfficeColumn,
): ColumnWriter {
  const local = new Map(
    model.countries
      .find((country) => country.parameters.code === office.country)
      ?.parameters.posts.map((post) => [post.code, post.local]),
  )
  const names = model.posts.map(
    (post) => column.codes?.[post.code] ?? local.get(post.code) ?? post.code,
  )
  return (fields) => names[fields.post]!
}

/** How a file names countries. */
export const codings: Readonly<
  Record<CountryCoding, (place: RegionModel['places'][number]) => string>
> = {
  'alpha-3': (place) => place.code,
  'alpha-2': (place) => place.alpha2,
  m49: (place) => place.m49,
  es: (place) => place.es,
  'es-upper': (place) => plainCapitals(place.es),
  en: (place) => place.en,
}

function countryWriter(
  model: RegionModel,
  column: OfficeColumn,
  valueOf: (fields: RecordFields) => number,
): ColumnWriter {
  const names = model.places.map(codings[column.countries ?? 'alpha-3'])
  return (fields) => names[valueOf(fields)] ?? ''
}

/** Longest name that a machine-readable zone holds: 39 characters, two of them between the parts. */
const zoneLength = 37

/** Writes a name, or a part of one, in the style of an office. */
export function nameWriter(
  office: Pick<OfficeParameters, 'nameStyle'>,
  column: Pick<OfficeColumn, 'write'>,
): ColumnWriter {
  const spellings = new Map<string, string>()
  const style =
    office.nameStyle === 'plain'
      ? plainCapitals
      : office.nameStyle === 'upper'
        ? (name: string) => name.toUpperCase()
        : (name: string) => name
  const spell = (name: string, machineRead: boolean) => {
    if (machineRead) return machineReadableName(name)
    const known = spellings.get(name)
    if (known !== undefined) return known
    const spelt = style(name)
    // Misspelt names are rare and many: only the common ones are kept.
    if (spellings.size < 4096) spellings.set(name, spelt)
    return spelt
  }
  const given = (fields: RecordFields) => {
    const { given: names, machineRead } = fields
    let text = spell(names[0] ?? '', machineRead)
    for (let i = 1; i < names.length; i += 1) text += ` ${spell(names[i]!, machineRead)}`
    return text
  }
  const family = (fields: RecordFields) => {
    let text = spell(fields.paternal, fields.machineRead)
    if (fields.maternal !== '') text += ` ${spell(fields.maternal, fields.machineRead)}`
    if (fields.marriedName !== '')
      text += ` ${spell(`de ${fields.marriedName}`, fields.machineRead)}`
    return text
  }
  switch (column.write) {
    case 'first-family-name':
      return (fields) => spell(fields.paternal, fields.machineRead)
    case 'second-family-name':
      return (fields) => spell(fields.maternal, fields.machineRead)
    case 'married-name':
      return (fields) =>
        fields.marriedName === '' ? '' : spell(`de ${fields.marriedName}`, fields.machineRead)
    case 'given-names':
      return (fields) => {
        const text = given(fields)
        if (!fields.machineRead) return text
        return text.slice(0, Math.max(1, zoneLength - family(fields).length)).trimEnd()
      }
    case 'family-names':
      return (fields) =>
        fields.machineRead ? family(fields).slice(0, zoneLength - 1) : family(fields)
    default:
      return (fields) => `${family(fields)}, ${given(fields)}`
  }
}

const two = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'))

/** A writer of days given as year · 10000 + month · 100 + day, by a pattern of Unicode letters. */
export function dateWriter(pattern: string): (civil: number) => string {
  const write = dateTimeParts(pattern)
  return (civil) => write(civil, 0)
}

function dateTimeWriter(pattern: string): ColumnWriter {
  const write = dateTimeParts(pattern)
  return (fields) => write(fields.civil, fields.minuteOfDay)
}

function dateTimeParts(pattern: string): (civil: number, minuteOfDay: number) => string {
  type Part = (civil: number, minuteOfDay: number) => string
  const parts: Part[] = (pattern.match(/yyyy|MM|dd|HH|mm|ss|d|M|'[^']*'|[^yMdHms']/g) ?? []).map(
    (token): Part => {
      switch (token) {
        case 'yyyy':
          return (civil) => String(Math.floor(civil / 10000))
        case 'MM':
          return (civil) => two[Math.floor(civil / 100) % 100]!
        case 'dd':
          return (civil) => two[civil % 100]!
        case 'M':
          return (civil) => String(Math.floor(civil / 100) % 100)
        case 'd':
          return (civil) => String(civil % 100)
        case 'HH':
          return (_, minute) => two[Math.floor(minute / 60)]!
        case 'mm':
          return (_, minute) => two[minute % 60]!
        case 'ss':
          // Seconds of no meaning, as systems write them that keep none.
          return (_, minute) => two[(minute * 37) % 60]!
        default: {
          const literal = token.startsWith("'") ? token.slice(1, -1) : token
          return () => literal
        }
      }
    },
  )
  return (civil, minuteOfDay) => {
    let text = ''
    for (const part of parts) text += part(civil, minuteOfDay)
    return text
  }
}
