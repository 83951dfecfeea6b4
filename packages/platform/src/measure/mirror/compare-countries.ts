import { compareMirror, type MirrorSource } from '@caudal/methods/measure/accounts'
import {
  levelCodes,
  parseAgeCode,
  type MirrorAnswer,
  type MirrorBreakdown,
  type MirrorCountries,
  type MirrorQuestion,
  type MirrorRow,
} from '@caudal/methods/measure'
import { labelOf, type Language } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { nodeCriterion } from '../outcomes/derive-outcomes.ts'
import { openBuilt, strictestRegime, type Asker, type ShownFigures } from '../shown-figures.ts'
import { countSide, type MirrorSide } from './count-side.ts'
import { daysIn, daysWithRecords, type DaysWithRecords } from './days-with-records.ts'
import { mirrorRefusals } from './refusals.ts'

/** The countries that can be compared: those whose posts report to the cube of crossings. */
export async function listMirrorCountries(
  figures: ShownFigures,
  language: Language,
): Promise<MirrorCountries> {
  const open = await openBuilt(figures, 'movements')
  const countries = getCodeList('countries')
  const codes = open ? levelCodes(open.manifest.domain, 'country', 0) : []
  return {
    countries: codes
      .filter((code) => code !== '_U')
      .map((code) => ({ code, label: labelOf(countries, code, language) })),
    synthetic: open?.manifest.synthetic ?? false,
    observed: open?.manifest.observed ?? false,
  }
}

/**
 * Compares the departures from one country to another, as the first counts them, with the arrivals
 * that the second counts from the first. The two are never averaged: the difference is the finding, and
 * its reasons are candidates. Both come from the cubes of which tables are made, as whoever asks may see them.
 *
 * @throws Refusal `measure.mirror-country-unknown`, `measure.mirror-nothing`
 */
export async function compareCountries(
  figures: ShownFigures,
  asker: Asker,
  question: MirrorQuestion,
  language: Language,
): Promise<MirrorAnswer> {
  const { origin, destination, flow, by, period } = question
  const { countries, synthetic } = await listMirrorCountries(figures, language)
  const valid = countries.map(({ code }) => code)
  if (valid.length < 2) throw mirrorRefusals.refuse('mirror-nothing')
  for (const code of [origin, destination]) {
    if (!valid.includes(code) || origin === destination) {
      throw mirrorRefusals.refuse('mirror-country-unknown', {
        country: code.slice(0, 20),
        valid: valid.join(', '),
      })
    }
  }
  const list = getCodeList('countries')
  const named = {
    ...question,
    originLabel: labelOf(list, origin, language),
    destinationLabel: labelOf(list, destination, language),
    synthetic,
  }
  const movements = await figures.open('movements')
  const open = flow === 'crossings' ? movements : await openBuilt(figures, 'migrations')
  if (open === undefined) {
    return {
      ...named,
      rows: [],
      tooFew: [],
      protection: 'none',
      regimes: ['none'],
      coverage: { origin: null, destination: null, isApproximate: false },
    }
  }
  const [left, entered, days] = await Promise.all([
    countSide(figures, asker, open, question, 'departure'),
    countSide(figures, asker, open, question, 'arrival'),
    daysWithRecords(figures, asker, movements, [origin, destination], period),
  ])
  const keys = [...new Set([...left.figures.keys(), ...entered.figures.keys()])].toSorted()
  const periods = [...new Set(keys.map((key) => key.split(' ')[0]!))]
  // Of the own country figures may be exact where those of the other are not.
  const regimes = [...new Set([left.regime, entered.regime])]
  const criterion =
    flow === 'crossings' ? 'crossing' : `${nodeCriterion.thresholdDays}/${nodeCriterion.windowDays}`
  const isPerturbed = regimes.includes('perturbed')
  return {
    ...named,
    protection: strictestRegime(regimes),
    regimes,
    tooFew: [
      ...(left.isSmall ? (['departures'] as const) : []),
      ...(entered.isSmall ? (['arrivals'] as const) : []),
    ],
    coverage: {
      origin: shareOf(days, origin, periods),
      destination: shareOf(days, destination, periods),
      isApproximate: days.isApproximate,
    },
    rows: keys.map((key): MirrorRow => {
      const [at, code] = key.split(' ') as [string, string?]
      const source = (side: MirrorSide, country: string): MirrorSource => ({
        criterion,
        coverage: shareOf(days, country, [at]),
        isProvisional: mayChange(side, key),
      })
      const departures = shown(left, key, days.of(origin, at))
      const arrivals = shown(entered, key, days.of(destination, at))
      return {
        period: at,
        group: code ?? '_T',
        groupLabel: by && code !== undefined ? groupLabel(by, code, language) : '',
        departures: departures.value,
        arrivals: arrivals.value,
        withheld: [
          ...(departures.isWithheld ? (['departures'] as const) : []),
          ...(arrivals.isWithheld ? (['arrivals'] as const) : []),
        ],
        ...compareMirror({
          departures: departures.value,
          arrivals: arrivals.value,
          departuresBy: source(left, origin),
          arrivalsBy: source(entered, destination),
          isPerturbed,
        }),
      }
    }),
  }
}

/** A side that has records of the period and none of the group counted none; without records it is missing. */
function shown(side: MirrorSide, key: string, days: number | null) {
  if (side.isSmall) return { value: null, isWithheld: true }
  const found = side.figures.get(key)
  if (found !== undefined) return found
  const [period] = key.split(' ')
  const reports =
    days === null
      ? [...side.figures.keys()].some((each) => each.split(' ')[0] === period)
      : days > 0
  return { value: reports ? 0 : null, isWithheld: false }
}

/** Whether the period has crossings that are not decided, or they are not shown. */
function mayChange({ undecided }: MirrorSide, key: string): boolean {
  const open = undecided?.get(key)
  return open !== undefined && (open.isWithheld || (open.value ?? 0) > 0)
}

function groupLabel(by: MirrorBreakdown, code: string, language: Language): string {
  const band = by === 'age' ? parseAgeCode(code) : undefined
  if (band) return band.to === undefined ? `≥ ${band.from}` : `${band.from}–${band.to}`
  return labelOf(getCodeList(by === 'citizenship' ? 'countries' : 'sex'), code, language)
}

/** Share of the days of the compared periods on which a country has records; null where it is not told. */
function shareOf(
  days: DaysWithRecords,
  country: string,
  periods: readonly string[],
): number | null {
  if (periods.length === 0) return null
  const counted = periods.map((at) => days.of(country, at))
  if (counted.includes(null)) return null
  const seen = counted.reduce<number>((sum, each) => sum + (each ?? 0), 0)
  return seen / periods.reduce((sum, at) => sum + daysIn(at), 0)
}
