import { classMethods, mostLimits, type ClassChoice } from './classify.ts'

/** How figures are drawn: counts as circles, rates and shares as shades, either as tiles. */
export const mapMarks = ['circles', 'shades', 'tiles'] as const
export type MapMark = (typeof mapMarks)[number]

/** Which figure: the measure itself, or its share of all of the area (a rate, fit for shades). */
export const mapFigures = ['value', 'share'] as const
export type MapFigure = (typeof mapFigures)[number]

/** All that a reader has chosen about a map; the address of the page holds it. */
export interface MapView {
  readonly mark?: MapMark
  readonly figure?: MapFigure
  readonly classes?: ClassChoice
  /** One code per dimension besides the areas. */
  readonly chosen?: readonly string[]
  readonly labels?: boolean
}

/** A measure as far as a map asks: whether it grows with the size of an area. */
export interface MappedMeasure {
  readonly id: string
  readonly unit: string
  /** A share, a change, an index or a rate of the measure is shown. */
  readonly calculated?: boolean
}

/**
 * Whether a measure is a rate, a share or a mean: figures that do not grow with the size of an
 * area and so may be shaded over it.
 *
 * @example isRate({ id: 'share-of-women', unit: '%' }) // => true
 * @example isRate({ id: 'crossings', unit: 'crossings' }) // => false
 * @example isRate({ id: 'crossings', unit: 'crossings', calculated: true }) // => true
 */
export function isRate(measure: MappedMeasure): boolean {
  if (measure.calculated) return true
  const id = /(^|[-_])(rate|share|ratio|percent|mean|median|average|density|index)([-_]|$)/
  const unit =
    /%|‰|\bper\s+(1|cent|person|head|inhabitant)|\b(por|pour)\s+(1|cada|cent|ciento|mil\b|habitante)|\b(years|años|ans|days|días|jours)\b/i
  return id.test(measure.id) || unit.test(measure.unit)
}

/**
 * The mark a map opens with: shades for rates and shares, circles for counts and amounts.
 * Shading a count would make large areas look more than they are.
 *
 * @see Slocum et al., Thematic Cartography and Geovisualization, 4th ed., 2022, ch. 4.4
 */
export function openingMark(measure: MappedMeasure, figure: MapFigure): MapMark {
  return figure === 'share' || isRate(measure) ? 'shades' : 'circles'
}

/**
 * A view as the short text of an address: `shades.share.natural.labels~2020~F`; '' where nothing is chosen.
 *
 * @example writeMapView({ classes: [2.5, 10] }) // => 'cut2,5_10'
 * @example writeMapView({ mark: 'shades', classes: 'natural', chosen: ['2020', 'F'] }) // => 'shades.natural~2020~F'
 */
export function writeMapView(view: MapView): string {
  const { classes } = view
  // A full stop parts the words: a decimal is written with a comma.
  const cut = typeof classes === 'object' ? `cut${classes.map(withComma).join('_')}` : classes
  const words = [view.mark, view.figure, cut, view.labels ? 'labels' : undefined]
  const head = words.filter((word) => word !== undefined).join('.')
  return [head, ...(view.chosen ?? [])].join('~')
}

/**
 * Reads what `writeMapView` wrote; what it does not know it leaves out.
 *
 * @example readMapView('shades.natural~2020~F').chosen // => ['2020', 'F']
 */
export function readMapView(text: string): MapView {
  const [head = '', ...chosen] = text.split('~')
  const words = head.split('.')
  const mark = mapMarks.find((each) => words.includes(each))
  const figure = mapFigures.find((each) => words.includes(each))
  const cut = words.find((word) => word.startsWith('cut'))
  const classes =
    classMethods.find((each) => words.includes(each)) ??
    (cut && readClassLimits(cut.slice(3).replaceAll('_', ' ')))
  return {
    ...(mark && { mark }),
    ...(figure && { figure }),
    ...(classes && { classes }),
    ...(words.includes('labels') && { labels: true }),
    ...(chosen.length > 0 && { chosen }),
  }
}

/**
 * Limits between classes as people write them: parted by blanks or semicolons, decimals with a comma or
 * a point. Ascending and without repeats.
 *
 * @returns undefined where a part is no number, there is none, or there are more than nine
 * @example readClassLimits('10; 2,5 100') // => [2.5, 10, 100]
 * @example readClassLimits('ten') // => undefined
 */
export function readClassLimits(text: string): readonly number[] | undefined {
  const parts = text.split(/[\s;]+/).filter((part) => part !== '')
  const numbers = parts.map((part) =>
    /^[-−]?\d+([.,]\d+)?$/.test(part)
      ? Number(part.replace('−', '-').replace(',', '.'))
      : Number.NaN,
  )
  const limits = [...new Set(numbers)].sort((a, b) => a - b)
  return limits.length > 0 && limits.length <= mostLimits && limits.every(Number.isFinite)
    ? limits
    : undefined
}

const withComma = (value: number) => String(value).replace('.', ',')
