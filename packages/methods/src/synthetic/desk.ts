import type { RandomGenerator } from '../numerics/index.ts'
import {
  deskValues,
  type DeskColumn,
  type DeskParameters,
  type DeskValue,
} from './desk-parameters.ts'
import { codings, dateWriter, nameWriter } from './office.ts'
import type { Person } from './person.ts'
import { blankFields, type RecordFields } from './record-fields.ts'
import type { RegionModel } from './region-model.ts'
import { misspell } from './spelling-errors.ts'

/**
 * What a clerk is about to write. Days are year · 10000 + month · 100 + day, countries indexes of
 * places; a value that is absent is not known.
 */
export type DeskRecord = Partial<Record<DeskValue, string | number>>

/** A desk ready to write. */
export interface Desk {
  /** Index of its country. */
  readonly country: number
  readonly parameters: DeskParameters
  readonly header: string
  /** One line of its file, without its line end; errors are drawn on the way. */
  readonly line: (person: Person, record: DeskRecord, random: RandomGenerator) => string
}

type Writer = (names: RecordFields, record: DeskRecord) => string

/** Prepares a desk of the model. */
export function compileDesk(model: RegionModel, parameters: DeskParameters): Desk {
  const { delimiter } = parameters.file
  const columns = parameters.columns.map((column) => ({
    column,
    write: columnWriter(model, parameters, column),
  }))
  const coded = parameters.columns.filter(({ unknown }) => unknown !== undefined)
  const names = blankFields()
  return {
    country: model.placeOf(parameters.country),
    parameters,
    header: parameters.columns.map(({ header }) => header).join(delimiter),
    line(person, record, random) {
      const { rates } = parameters
      names.given = person.given
      names.paternal = random.chance(rates.misspelt)
        ? misspell(person.paternal, random)
        : person.paternal
      names.maternal = person.maternal
      const odd = random.chance(rates.unknownCode) && coded[random.below(coded.length)]
      return columns
        .map(({ column, write }) => {
          const isBlank = column.blank !== undefined && random.chance(column.blank)
          const text = column === odd ? (column.unknown ?? '') : isBlank ? '' : write(names, record)
          const shown = text === '' ? (column.missing ?? '') : text
          return column.quoted ? `"${shown.replaceAll('"', '""')}"` : shown
        })
        .join(delimiter)
    },
  }
}

function columnWriter(model: RegionModel, parameters: DeskParameters, column: DeskColumn): Writer {
  const { write } = column
  if (!(write in deskValues)) {
    const name = nameWriter(parameters, { write: write as 'full-name' })
    return (names) => name(names)
  }
  const id = write as DeskValue
  switch (deskValues[id]) {
    case 'day': {
      const day = dateWriter(column.format ?? 'yyyy-MM-dd')
      return (_, record) => (record[id] === undefined ? '' : day(Number(record[id])))
    }
    case 'place': {
      const places = model.places.map(codings[column.countries ?? 'alpha-3'])
      return (_, record) => (record[id] === undefined ? '' : (places[Number(record[id])] ?? ''))
    }
    case 'code': {
      const codes = column.codes ?? {}
      return (_, record) => {
        const code = record[id]
        return code === undefined ? '' : (codes[code] ?? String(code))
      }
    }
    default: {
      const cased = column.upper ? (text: string) => text.toUpperCase() : (text: string) => text
      return (_, record) => cased(String(record[id] ?? ''))
    }
  }
}
