import { codings } from './office.ts'
import type { RegionModel } from './region-model.ts'
import type { SheetParameters } from './sheet-parameters.ts'

/** What is to be written, by name: days as ISO dates, countries by their three letters. */
export type SheetRecord = Readonly<Record<string, string | number | null>>

/** A cell: a number where the column says that it is one. */
export type SheetCell = string | number

/** The cells of a record as an institution writes them, in the order of its columns. */
export function sheetWriter(
  model: RegionModel,
  { columns }: SheetParameters,
): (record: SheetRecord) => SheetCell[] {
  const places = new Map(model.places.map((place) => [place.code, place]))
  const writers = columns.map((column) => (value: string | number): SheetCell => {
    if (column.format !== undefined) {
      const [year, month, day] = String(value).split('-')
      return column.format
        .replace('yyyy', year ?? '')
        .replace('MM', month ?? '')
        .replace('dd', day ?? '')
    }
    if (column.countries !== undefined) {
      const place = places.get(String(value))
      return place === undefined ? String(value) : codings[column.countries](place)
    }
    if (column.codes !== undefined) return column.codes[String(value)] ?? String(value)
    if (column.number === true) return Number(value)
    const text = column.decimal === ',' ? String(value).replace('.', ',') : String(value)
    return column.upper === true ? text.toUpperCase() : text
  })
  return (record) =>
    columns.map((column, at) => {
      const value = record[column.write] ?? ''
      return value === '' ? (column.missing ?? '') : writers[at]!(value)
    })
}
