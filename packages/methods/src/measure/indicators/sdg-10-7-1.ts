import { gap, only, type Indicator } from './indicator.ts'
import { median } from './median.ts'
import { amountIn } from './read-inputs.ts'

/**
 * Recruitment cost: for each worker all costs paid for the first job abroad over the earnings of the
 * first full month there; the median of a corridor. Workers of whom either is missing, or without
 * earnings, have no ratio and are counted in the note.
 *
 * @see ILO and World Bank (2019), Statistics for SDG indicator 10.7.1: Guidelines for their collection
 */
export const recruitmentCost: Indicator = {
  id: 'sdg-10-7-1',
  title: {
    es: 'ODS 10.7.1: costo de contratación',
    en: 'SDG 10.7.1: recruitment cost',
    fr: 'ODD 10.7.1 : coût du recrutement',
  },
  unit: {
    es: 'meses de ingresos, mediana',
    en: 'months of earnings, median',
    fr: 'mois de revenus, médiane',
  },
  formula: {
    es: 'mediana ponderada, entre trabajadores, de costo de contratación / ingresos del primer mes',
    en: 'weighted median over workers of recruitment cost / earnings of the first month',
    fr: 'médiane pondérée, entre travailleurs, du coût de recrutement / gains du premier mois',
  },
  source: 'United Nations, SDG indicator metadata 10.7.1',
  disaggregations: ['corridor', 'sex', 'age', 'migrant status', 'skill level'],
  inputs: [
    {
      column: 'recruitment_cost',
      meaning: {
        es: 'todo lo pagado por el primer empleo en el exterior',
        en: 'all that was paid for the first job abroad',
        fr: 'tout ce qui a été payé pour le premier emploi à l’étranger',
      },
      kind: 'number',
    },
    {
      column: 'first_month_earnings',
      meaning: {
        es: 'ingresos del primer mes completo, en la misma moneda',
        en: 'earnings of the first full month, in the same currency',
        fr: 'revenus du premier mois complet, dans la même monnaie',
      },
      kind: 'number',
    },
    {
      column: 'weight',
      meaning: {
        es: 'peso de la encuesta; 1 si falta',
        en: 'survey weight; 1 where absent',
        fr: 'poids de sondage ; 1 à défaut',
      },
      kind: 'number',
      isOptional: true,
    },
  ],
  measure(rows) {
    const ratios: { value: number; weight: number }[] = []
    for (const row of rows) {
      const cost = amountIn(row, 'recruitment_cost')
      const earnings = amountIn(row, 'first_month_earnings')
      const weight = amountIn(row, 'weight') ?? 1
      if (cost === null || earnings === null || earnings === 0 || weight === 0) continue
      ratios.push({ value: cost / earnings, weight })
    }
    const value = median(ratios)
    if (value === null) return gap('recruitment_cost', 'first_month_earnings')
    return only(value, `${ratios.length}/${rows.length}`)
  },
}
