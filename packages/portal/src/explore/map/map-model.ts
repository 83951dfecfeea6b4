import { parsePeriod } from '@caudal/methods/measure'
import type { TableResult } from '@caudal/methods/publish'
import {
  classMethods,
  openingMark,
  readAreaSeries,
  wholeChoice,
  type AreaAxis,
  type AreaValue,
  type MapChoice,
  type MapFigure,
  type MapView,
} from '@caudal/methods/publish/map'
import type { Language } from '@caudal/methods/vocabulary'
import { ageInWords } from '../../words/age.ts'
import { listOf } from '../../words/in-words.ts'
import { isWhole, type Coverage } from '../figure/coverage.ts'
import type { MapSettings } from './map-controls.tsx'

/** Whether a choice is among periods. */
export function isTimeChoice({ codes }: MapChoice): boolean {
  return codes.length > 0 && codes.every(({ code }) => parsePeriod(code) !== undefined)
}

/** Whether the share of an area's total means something: all other dimensions part it, none is time. */
export function canShowShare(
  choices: readonly MapChoice[],
  { calculation }: Pick<TableResult, 'calculation'>,
): boolean {
  // A share of shares, or of changes, means nothing.
  if (calculation || choices.length === 0) return false
  return choices.every((choice) => choice.canBeWhole && !isTimeChoice(choice))
}

/** What a map shows: what the reader has chosen, and what opens where nothing is. */
export function settle(
  result: TableResult,
  areas: AreaAxis,
  choices: readonly MapChoice[],
  view: MapView,
  coverage: Coverage | undefined,
): MapSettings {
  const timed = choices.some(isTimeChoice)
  const opening = choices.map((choice) =>
    isTimeChoice(choice)
      ? latest(result, areas, choices, choice, coverage)
      : choice.canBeWhole && !timed
        ? wholeChoice
        : (choice.codes[0]?.code ?? ''),
  )
  const given = view.chosen
  const valid =
    given?.length === choices.length &&
    given.every(
      (code, place) =>
        (code === wholeChoice && choices[place]!.canBeWhole) ||
        choices[place]!.codes.some((each) => each.code === code),
    )
  const chosen = valid ? given : opening
  const share =
    view.figure === 'share' && canShowShare(choices, result) && !chosen.includes(wholeChoice)
  const figure = share ? 'share' : 'value'
  return {
    figure,
    mark:
      view.mark ??
      openingMark({ ...result.measure, calculated: result.calculation !== undefined }, figure),
    classes: view.classes ?? classMethods[0],
    labels: view.labels ?? false,
    chosen,
  }
}

/** The last period that the data fill and that has a figure. */
function latest(
  result: TableResult,
  areas: AreaAxis,
  choices: readonly MapChoice[],
  choice: MapChoice,
  coverage: Coverage | undefined,
): string {
  const codes = choice.codes.map(({ code }) => code)
  const place = choices.indexOf(choice)
  const others = choices.map((other) => other.codes[0]?.code ?? '')
  const filled = (code: string) =>
    readAreaSeries(result, areas, others.with(place, code)).some(({ value }) => value !== null)
  return (
    codes.findLast((code) => isWhole(code, coverage) && filled(code)) ??
    codes.findLast(filled) ??
    codes.at(-1) ??
    ''
  )
}

/** The areas with the figure that is shown: the number, or its share of the area's total in per cent. */
export function readFigures(
  result: TableResult,
  areas: AreaAxis,
  figure: MapFigure,
  chosen: readonly string[],
): AreaValue[] {
  const series = readAreaSeries(result, areas, chosen)
  if (figure === 'value') return series
  return series.map((area) =>
    area.value === null || area.whole === null || area.whole === 0
      ? { ...area, value: null, status: area.status ?? ('missing' as const) }
      : { ...area, value: (100 * area.value) / area.whole },
  )
}

/**
 * The figures of every period under the other choices: what sizes and classes are made from.
 *
 * @param chosen one code per choice; what is chosen of time does not matter
 */
export function readPool(
  result: TableResult,
  areas: AreaAxis,
  choices: readonly MapChoice[],
  figure: MapFigure,
  chosen: readonly string[],
): AreaValue[] {
  const time = choices.findIndex(isTimeChoice)
  if (time < 0 || chosen.includes(wholeChoice)) return readFigures(result, areas, figure, chosen)
  return choices[time]!.codes.flatMap(({ code }) =>
    readFigures(result, areas, figure, chosen.with(time, code)),
  )
}

/** The choice as a heading ("2023, Women") and as the end of a phrase (" in 2023 (Women)"). */
export function nameChoice(
  choices: readonly MapChoice[],
  chosen: readonly string[],
  language: Language,
): { readonly heading: string; readonly phrase: string } {
  const named = choices.flatMap((choice, place) => {
    const code = choices[place]!.codes.find((each) => each.code === chosen[place])
    return code ? [{ choice, code }] : []
  })
  const said = ({ code, label }: MapChoice['codes'][number]) => ageInWords(code, language) ?? label
  const periods = named.filter(({ choice }) => isTimeChoice(choice))
  const rest = named.filter(({ choice }) => !isTimeChoice(choice))
  const when = periods.map(({ code }) => ` ${inPeriod(code, language)}`).join('')
  const what =
    rest.length === 0
      ? ''
      : ` (${listOf(
          rest.map(({ code }) => said(code)),
          language,
        )})`
  return { heading: named.map(({ code }) => said(code)).join(' · '), phrase: `${when}${what}` }
}

/** A period at the end of a phrase: "in 2023", "en marzo de 2025", "au T1 2020". */
function inPeriod(
  period: { readonly code: string; readonly label: string },
  language: Language,
): string {
  const kind = parsePeriod(period.code)?.kind
  if (kind === 'day')
    return { es: `el ${period.label}`, en: `on ${period.label}`, fr: `le ${period.label}` }[
      language
    ]
  if (kind === 'quarter' || kind === 'half') {
    return { es: `en el ${period.label}`, en: `in ${period.label}`, fr: `au ${period.label}` }[
      language
    ]
  }
  return `${language === 'en' ? 'in' : 'en'} ${period.label}`
}
