import {
  monthSpan,
  parseAgeCode,
  parsePeriod,
  type CodeLists,
  type LevelReference,
} from '../measure/index.ts'
import { labelOf, specialCodeTexts, type Language, type Text } from '../vocabulary/index.ts'

/** Code of the row that sums all rows which a table does not show one by one. */
export const restCode = '_REST'

const months: Record<Language, readonly string[]> = {
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
    ' ',
  ),
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
    ' ',
  ),
}

const ageWords: Text = { es: '{from} y más', en: '{from} and over', fr: '{from} et plus' }

const unknownPart = {
  month: { es: '{year}, mes desconocido', en: '{year}, month unknown', fr: '{year}, mois inconnu' },
  quarter: {
    es: '{year}, trimestre desconocido',
    en: '{year}, quarter unknown',
    fr: '{year}, trimestre inconnu',
  },
} as const satisfies Record<string, Text>

/**
 * The words for a code of a level, in one language: periods by name, ages by their bounds, other
 * codes by their list; a code without words stands for itself.
 */
export function codeLabel(
  reference: LevelReference,
  code: string,
  language: Language,
  lists: CodeLists,
): string {
  const special = specialCodeTexts.find((text) => text.code === code)
  const { dimension, level } = reference
  const listId = level.codeList ?? dimension.codeList
  const list = listId === undefined ? undefined : lists.get(listId)
  if (dimension.kind === 'time' && !special) {
    const kind = level.from.kind
    if ((kind === 'month' || kind === 'quarter') && parsePeriod(code)?.kind === 'year') {
      return unknownPart[kind][language].replace('{year}', code)
    }
    return periodLabel(code, language)
  }
  if (dimension.kind === 'age' && !special) return ageLabel(code, language)
  if (list) return labelOf(list, code, language)
  return special?.label[language] ?? code
}

/**
 * The words for a level: its dimension, and the level where it is not the finest.
 *
 * @example referenceLabel(findReference(findCube('movements'), 'time.year'), 'en') // => 'Year'
 */
export function referenceLabel({ dimension, level }: LevelReference, language: Language): string {
  return level.label[language] || dimension.label[language]
}

/**
 * A period by name.
 *
 * @example periodLabel('2020-03', 'es') // => 'marzo de 2020'
 * @example periodLabel('2020-Q1', 'en') // => 'Q1 2020'
 */
export function periodLabel(code: string, language: Language): string {
  const known = periodLabels[language].get(code)
  if (known !== undefined) return known
  const label = namePeriod(code, language)
  if (periodLabels[language].size >= mostLabels) periodLabels[language].clear()
  periodLabels[language].set(code, label)
  return label
}

/** A table of days names thousands of them, the same again and again. */
const mostLabels = 50_000
const periodLabels: Record<Language, Map<string, string>> = {
  es: new Map(),
  en: new Map(),
  fr: new Map(),
}

function namePeriod(code: string, language: Language): string {
  const period = parsePeriod(code)
  const span = monthSpan(code)
  if (!period || !span) return code
  const of = language === 'es' ? ' de ' : ' '
  if (period.kind === 'month')
    return `${months[language][period.firstMonth - 1]}${of}${period.year}`
  if (period.kind === 'quarter') {
    return `${language === 'en' ? 'Q' : 'T'}${period.lastMonth / 3} ${period.year}`
  }
  if (period.kind === 'half')
    return `${language === 'en' ? 'H' : 'S'}${period.lastMonth / 6} ${period.year}`
  if (period.kind === 'day') {
    const day = Number(code.slice(8))
    const ordinal = language === 'fr' && day === 1 ? '1er' : String(day)
    return `${ordinal}${of}${months[language][period.firstMonth - 1]}${of}${period.year}`
  }
  return code
}

/**
 * An age group by its bounds, in completed years.
 *
 * @example ageLabel('Y20T24', 'en') // => '20–24'
 * @example ageLabel('Y_GE90', 'fr') // => '90 et plus'
 */
export function ageLabel(code: string, language: Language): string {
  const group = parseAgeCode(code)
  if (!group) return code
  if (group.to === undefined) return ageWords[language].replace('{from}', String(group.from))
  return group.from === group.to ? String(group.from) : `${group.from}–${group.to}`
}
