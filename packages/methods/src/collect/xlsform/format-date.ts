import { clockOf, toDay } from './xpath-values.ts'

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const weekdays = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ')

/**
 * A day or a moment in the form of a format of ODK; the empty text where it is none.
 *
 * @see ODK XForms specification, `format-date()`
 * @example formatDate('2024-03-05', '%d/%m/%y') // => '05/03/24'
 */
export function formatDate(text: string, format: string): string {
  const day = toDay(text)
  if (day === '') return ''
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const [hour, minute, second] = clockOf(text)
  const two = (number: number) => String(number).padStart(2, '0')
  const parts: Readonly<Record<string, string>> = {
    '%Y': day.slice(0, 4),
    '%y': day.slice(2, 4),
    '%m': two(month),
    '%n': String(month),
    '%b': months[month - 1]!,
    '%d': two(date),
    '%e': String(date),
    '%a': weekdays[new Date(Date.UTC(year, month - 1, date)).getUTCDay()]!,
    '%H': two(hour),
    '%h': String(hour),
    '%M': two(minute),
    '%S': two(second),
    '%3': '000',
    '%%': '%',
  }
  return format.replace(/%./g, (sign) => parts[sign] ?? sign)
}
