import { parsePeriod, previousPeriod, type CodeLists, type Cube } from '../measure/index.ts'
import type { Language } from '../vocabulary/index.ts'
import { sayCalculation, sayCompared, sayInhabitants, sayRate } from './calculation-words.ts'
import type { Calculation } from './calculation.ts'
import { codeLabel } from './code-label.ts'
import { perInhabitants } from './rates.ts'
import type { ResolvedTable } from './resolve-table.ts'
import type { TableResult } from './table.ts'

/** The measure of a table as its readers see it: with what is shown of it, and the unit of that. */
export function shownMeasure(
  { query, calculation }: ResolvedTable,
  language: Language,
  lists: CodeLists,
): Pick<TableResult, 'measure' | 'calculation'> {
  const { measure } = query
  const own = {
    id: measure.id,
    label: measure.label[language],
    unit: measure.unit[language],
    decimals: measure.decimals ?? 0,
    ...(measure.aggregate === 'distinct' && { distinct: true as const }),
  }
  if (!calculation) return { measure: own }
  const { id, rate, time } = calculation
  const from = { label: own.label, unit: own.unit }
  if (rate) {
    const isGeneral = rate === perInhabitants
    const label = isGeneral ? `${own.label} ${rate.label[language]}` : rate.label[language]
    return {
      measure: { ...own, label, unit: rate.unit[language], decimals: rate.decimals },
      calculation: { id, label, from, adds: { columns: false, rows: false } },
    }
  }
  const { label } = sayCalculation(
    named(id),
    language,
    baseLabel(calculation, query, language, lists),
  )
  const differs = id.endsWith('difference')
  const adds = {
    columns: /^(column|total)-share$/.test(id) || (differs && time?.side === 'columns'),
    rows: /^(row|total)-share$/.test(id) || (differs && time?.side === 'rows'),
  }
  return {
    measure: {
      ...own,
      label: `${own.label}, ${label}`,
      ...(!differs && { unit: id === 'index' ? label : '%', decimals: 1 }),
    },
    calculation: { id, label, from, adds },
  }
}

/** What a reader must know of what is shown of the measure. */
export function calculationNotes(
  cube: Cube,
  { query, calculation }: ResolvedTable,
  language: Language,
  lists: CodeLists,
): string[] {
  if (!calculation) return []
  const { id, rate, time, baseOf } = calculation
  if (rate === perInhabitants) return [sayInhabitants(query.measure.label[language], language)]
  if (rate) {
    const denominator = cube.measures.find((measure) => measure.id === rate.by)!
    const unit = rate.unit[language]
    return [sayRate(query.measure.label[language], denominator.label[language], unit, language)]
  }
  const base = baseLabel(calculation, query, language, lists)
  const notes = [sayCalculation(named(id), language, base).note]
  if (time && !id.startsWith('year') && id !== 'index') {
    const reference = query[time.side][time.position]!
    const label = (code: string) => codeLabel(reference, code, language, lists)
    for (const [period, before] of baseOf) {
      if (parsePeriod(period)?.kind === 'year' && previousPeriod(period) !== before) {
        notes.push(sayCompared(label(period), label(before), language))
      }
    }
  }
  return notes
}

function baseLabel(
  { id, time, baseOf }: NonNullable<ResolvedTable['calculation']>,
  query: ResolvedTable['query'],
  language: Language,
  lists: CodeLists,
): string {
  const [base] = id === 'index' ? baseOf.values() : []
  if (base === undefined || !time) return '—'
  return codeLabel(query[time.side][time.position]!, base, language, lists)
}

const named = (id: Calculation) => id as Exclude<Calculation, `rate-${string}`>
