import {
  findReference,
  levelCodes,
  readParquet,
  stayClassEnds,
  type ShownStep,
  type SurvivalAnswer,
  type SurvivalBreakdown,
  type SurvivalCurve,
} from '@caudal/methods/measure'
import {
  kaplanMeier,
  medianSurvival,
  survivalAt,
  survivalInterval,
  survivalOfClasses,
} from '@caudal/methods/measure/survival'
import { dayNumber, dayOfIso } from '@caudal/methods/numerics'
import { labelOf, type Language } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { snapshot, type CaudalNode } from '../../store/index.ts'
import { cubeQuestion } from '../cube-question.ts'
import type { OpenCube } from '../open-cube.ts'
import {
  figuresByRow,
  openBuilt,
  type Asker,
  type ShownFigure,
  type ShownFigures,
} from '../shown-figures.ts'
import { countStays, groupStays, totalStays } from './count-stays.ts'
import { survivalRefusals } from './refusals.ts'
import type { GroupOfStays } from './write-survival.ts'

export interface SurvivalQuestion {
  readonly country?: string | undefined
  readonly year?: number | undefined
  readonly by: SurvivalBreakdown
}

const ends = Object.entries(stayClassEnds)

/**
 * How long stays in a country last, for whoever asks. A curve that steps at every stay tells of each single one
 * when it ended: it is for those who may see exact figures. Everybody else sees it at the ends of classes, made
 * of nothing but the figures that releases show, so that it tells nothing that they do not.
 *
 * @throws Refusal `measure.stays-country-unknown`, `measure.stays-year-unknown`, and those of tables
 */
export async function readNodeSurvival(
  node: CaudalNode,
  figures: ShownFigures,
  asker: Asker,
  question: SurvivalQuestion,
  language: Language,
): Promise<SurvivalAnswer> {
  const { by } = question
  const open = await openBuilt(figures, 'stays')
  const codes = open ? levelCodes(open.manifest.domain, 'country', 0).filter(isKnown) : []
  const list = getCodeList('countries')
  const countries = codes.map((code) => ({ code, label: labelOf(list, code, language) }))
  const nothing = { by, countries, years: [], observedUntil: null, imputed: null, curves: [] }
  const none = { ...nothing, country: null, year: null, isDaily: false, synthetic: false }
  const country = question.country ?? codes[0]
  if (open === undefined || country === undefined) return { ...none, protection: 'none' }
  if (!codes.includes(country)) {
    throw survivalRefusals.refuse('stays-country-unknown', {
      country: country.slice(0, 20),
      valid: codes.join(', '),
    })
  }
  const observedUntil = await readObservedUntil(node, country)
  const { depth } = findReference(open.cube, 'time.year')!
  const years = levelCodes(open.manifest.domain, 'time', depth).filter(isKnown).map(Number)
  if (question.year !== undefined && !years.includes(question.year)) {
    throw survivalRefusals.refuse('stays-year-unknown', {
      year: String(question.year),
      valid: years.join(', '),
    })
  }
  const followedYears = years.filter((each) => followedDays(each, observedUntil) > 364)
  const classes = await readClasses(figures, asker, open, {
    country,
    year: question.year ?? followedYears.at(-1) ?? years.at(-1)!,
    by,
  })
  const label = labelsOf(open, by, language)
  const said = {
    country,
    by,
    countries,
    years,
    observedUntil,
    protection: classes.regime,
    synthetic: open.manifest.synthetic,
  }
  if (classes.regime === 'release' || classes.regime === 'perturbed') {
    const followed = followedDays(classes.year, observedUntil)
    const curves = classes.groups.map((group) => classCurve(group, followed, label(group.key)))
    return { ...said, year: classes.year, imputed: null, isDaily: false, curves: inOrder(curves) }
  }
  const { year } = question
  const { rows } = await countStays(node, { country, year, by: by === '' ? [] : [by] })
  const curves = groupStays(rows).map((group) => dailyCurve(group, label(group.key[0] ?? '')))
  const { imputed } = totalStays(rows)
  return { ...said, year: year ?? null, imputed, isDaily: true, curves: inOrder(curves) }
}

const isKnown = (code: string) => code !== '_U'

/** Whom nothing is known of comes last. */
const inOrder = (curves: readonly SurvivalCurve[]) =>
  curves.toSorted((a, b) => Number(!isKnown(a.group)) - Number(!isKnown(b.group)))

/** Days for which a stay was followed that began on the last day of a year. */
const followedDays = (year: number, observedUntil: string | null): number =>
  observedUntil === null ? 0 : dayOfIso(observedUntil) - dayNumber(year, 12, 31)

async function readObservedUntil(node: CaudalNode, country: string): Promise<string | null> {
  const { files } = await snapshot(node, 'outcome')
  if (files.facts.length === 0) return null
  const [row] = await node.lake.rows<{ day: string | null }>(
    `select max(observed_until)::varchar as day from ${readParquet(files.facts)} where country = $1`,
    [country],
  )
  return row?.day ?? null
}

interface ClassGroup {
  readonly key: string
  readonly stays: ShownFigure | undefined
  readonly of: ReadonlyMap<string, ShownFigure>
}

/** The stays of one country and year by class of length, as whoever asks may see them. */
async function readClasses(
  figures: ShownFigures,
  asker: Asker,
  open: OpenCube,
  { country, year, by }: { country: string; year: number; by: SurvivalBreakdown },
) {
  const held = { country: [country], 'time.year': [String(year)] }
  const group = by === '' ? [] : [by]
  const ask = (rows: readonly string[]) =>
    figures.ask(asker, open, cubeQuestion(open, 'stays', rows, held))
  const { answer, regime } = await ask([...group, 'length'])
  if (regime === 'none' || regime === 'unprotected') return { regime, year, groups: [] }
  const totals = figuresByRow((await ask(group)).answer)
  const groups = new Map<string, Map<string, ShownFigure>>()
  for (const [key, figure] of figuresByRow(answer)) {
    const [code, length] = by === '' ? ['', key] : (key.split(' ') as [string, string])
    const own = groups.get(code) ?? new Map<string, ShownFigure>()
    groups.set(code, own.set(length, figure))
  }
  return {
    regime,
    year,
    groups: [...groups].map(([key, of]): ClassGroup => ({
      key,
      of,
      stays: totals.get(key),
    })),
  }
}

/**
 * A curve of what a table shows. A cell that is not in it is not known to be empty, unless those that are shown
 * make up the whole.
 */
function classCurve(
  { key, stays, of }: ClassGroup,
  followed: number,
  label: string,
): SurvivalCurve {
  const told = (figure: ShownFigure | undefined) =>
    figure === undefined || figure.isWithheld ? null : figure.value
  const sum = [...of.values()].reduce((total, figure) => total + (told(figure) ?? 0), 0)
  const absent = told(stays) === sum ? 0 : null
  const shown = (length: string) => (of.has(length) ? told(of.get(length)) : absent)
  const [long, still] = [shown('365-'), shown('open')]
  const beyond = long === null || still === null ? null : long + still
  const ended = ends.map(([code, upTo]) => ({ upTo, stays: shown(code) }))
  return {
    group: key,
    groupLabel: label,
    stays: told(stays),
    open: still,
    median: null,
    points: survivalOfClasses({ stays: told(stays), ended, beyond }, followed),
    steps: [],
  }
}

function dailyCurve({ key, times, ended, counts }: GroupOfStays, label: string): SurvivalCurve {
  const of = counts ?? times.map(() => 1)
  const steps = kaplanMeier(times, ended, of)
  const sum = (holds: (at: number) => boolean) =>
    of.reduce((total, count, at) => (holds(at) ? total + count : total), 0)
  const still = (days: number) => sum((at) => times[at]! > days)
  return {
    group: key[0] ?? '',
    groupLabel: label,
    stays: sum(() => true),
    open: sum((at) => ended[at] === 0),
    median: medianSurvival(steps),
    points: survivalAt(
      steps,
      ends.map(([, upTo]) => upTo),
      still,
    ),
    steps: steps.map(({ time, survival, variance }): ShownStep => {
      const [low, high] = survivalInterval(survival, variance) ?? [null, null]
      return [time, still(time), survival, low, high]
    }),
  }
}

/** Labels of the groups of a breakdown, from the code list of its dimension. */
function labelsOf(open: OpenCube, by: SurvivalBreakdown, language: Language) {
  const id = by === '' ? undefined : findReference(open.cube, by)?.dimension.codeList
  const list = id === undefined ? undefined : (open.lists.get(id) ?? getCodeList(id))
  return (code: string) => (list === undefined ? '' : labelOf(list, code, language))
}
