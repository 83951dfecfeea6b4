import type { SourceProfile } from '../source-profile.ts'
import { profileRefusals } from './profile-refusals.ts'

type LayoutPart = keyof SourceProfile['layout']

/** Parts of a layout that only some formats have. */
const partsByFormat: readonly (readonly [part: LayoutPart, formats: readonly string[]])[] = [
  ['delimiter', ['csv', 'tsv']],
  ['quote', ['csv', 'tsv']],
  ['encoding', ['csv', 'tsv', 'fixed', 'json', 'ndjson']],
  ['skipLines', ['csv', 'tsv', 'fixed', 'xlsx']],
  ['skipAfterHeader', ['csv', 'tsv', 'fixed', 'xlsx']],
  ['hxlTags', ['csv', 'tsv', 'xlsx']],
  ['sheet', ['xlsx']],
  ['headerRows', ['csv', 'tsv', 'xlsx']],
  ['headerFill', ['xlsx']],
  ['columns', ['fixed']],
  ['lineLength', ['fixed']],
]

/**
 * Checks that a layout says what its format needs, and nothing that its format does not have.
 *
 * @throws Refusal that names the place in the profile.
 */
export function checkLayout({ layout }: SourceProfile): void {
  for (const [part, formats] of partsByFormat) {
    if (layout[part] === undefined || formats.includes(layout.format)) continue
    throw profileRefusals.refuse('profile-layout-does-not-fit', {
      place: `layout.${part}`,
      format: layout.format,
      formats: formats.join(', '),
    })
  }
  checkHeaderRows(layout)
  if (layout.format !== 'fixed') return
  if (layout.columns === undefined) {
    throw profileRefusals.refuse('profile-part-missing', { place: 'layout.columns' })
  }
  for (const [index, { name, start, width }] of layout.columns.entries()) {
    const place = `layout.columns[${index}]`
    const earlier = layout.columns.slice(0, index)
    if (earlier.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
      throw profileRefusals.refuse('profile-column-twice', { place, column: name })
    }
    if (layout.lineLength !== undefined && start + width - 1 > layout.lineLength) {
      throw profileRefusals.refuse('profile-expects-whole-number', {
        place: `${place}.width`,
        expected: `≤ ${layout.lineLength - start + 1}`,
      })
    }
  }
}

/** A text has one row of names or none; of a sheet at least one gives the names. */
function checkHeaderRows({ format, headerRows }: SourceProfile['layout']): void {
  if (headerRows === undefined) return
  const [least, most] = format === 'xlsx' ? [1, 20] : [0, 1]
  if (headerRows >= least && headerRows <= most) return
  throw profileRefusals.refuse('profile-expects-whole-number', {
    place: 'layout.headerRows',
    expected: `${least} – ${most}`,
  })
}
