import type { QuestionType } from './form-definition.ts'

const types: Readonly<Record<string, QuestionType>> = {
  text: 'text',
  string: 'text',
  integer: 'integer',
  int: 'integer',
  decimal: 'decimal',
  range: 'decimal',
  date: 'date',
  time: 'time',
  datetime: 'timestamp',
  start: 'start',
  end: 'end',
  today: 'today',
  calculate: 'calculate',
  calculation: 'calculate',
  hidden: 'hidden',
  acknowledge: 'acknowledge',
  trigger: 'acknowledge',
  barcode: 'text',
  note: 'note',
  geopoint: 'place',
}

/** Types of XLSForm that ask for what a record of persons has no field for, or a device alone knows. */
const leftOut = new Set([
  'geotrace',
  'geoshape',
  'start-geopoint',
  'image',
  'photo',
  'audio',
  'video',
  'file',
  'background-audio',
  'rank',
  'deviceid',
  'phonenumber',
  'username',
  'email',
  'simserial',
  'subscriberid',
  'audit',
  'osm',
  'xml-external',
  'csv-external',
  'select_one_from_file',
  'select_multiple_from_file',
  'select_one_external',
])

/** What the column `type` says. */
export type ReadType =
  | { readonly kind: 'begin'; readonly repeats: boolean }
  | { readonly kind: 'end' }
  | { readonly kind: 'question'; readonly type: QuestionType }
  | {
      readonly kind: 'choice'
      readonly type: 'choice' | 'choices'
      readonly list: string
      readonly orOther: boolean
    }
  | { readonly kind: 'left-out' }
  | { readonly kind: 'unknown' }

/**
 * What a text of the column `type` means.
 *
 * @example readType('select_one yes_no or_other') // => { kind: 'choice', type: 'choice', list: 'yes_no', orOther: true }
 */
export function readType(text: string): ReadType {
  const words = text.trim().replace(/\s+/g, ' ')
  const lower = words.toLowerCase()
  const bounds = /^(begin|end)[ _](group|repeat|loop)$/.exec(lower)
  if (bounds) {
    return bounds[1] === 'end' ? { kind: 'end' } : { kind: 'begin', repeats: bounds[2] !== 'group' }
  }
  const select =
    /^(?:(select_one|select one|select1)|(?:select_multiple|select multiple|select all that apply))(?: from)? (\S+?)( or[ _]other)?$/i.exec(
      words,
    )
  if (select) {
    const [, one, list = '', other] = select
    // A file beside the form: its choices do not come with the workbook.
    if (/\.(csv|xml|geojson)$/i.test(list)) return { kind: 'left-out' }
    return {
      kind: 'choice',
      type: one === undefined ? 'choices' : 'choice',
      list,
      orOther: other !== undefined,
    }
  }
  const type = types[lower]
  if (type !== undefined) return { kind: 'question', type }
  return { kind: leftOut.has(lower.split(' ')[0]!) ? 'left-out' : 'unknown' }
}
