import type { Indicator, IndicatorRow, IndicatorValue } from './indicator.ts'
import { codeIn } from './read-inputs.ts'
import { indicatorRefusals } from './refusals.ts'

const domains = 6
const itemsADomain = 5
const answers = ['yes', 'legal-status-only', 'no'] as const

export type PolicyClass = 'requires-further-progress' | 'partially-meets' | 'meets' | 'fully-meets'

/**
 * Migration policies: six domains of five items. An item is worth 1 for yes, 0 for no; in domain 1
 * a half where only those with legal status are meant. What is missing counts 0. A domain is 100
 * times the mean of its five, the whole 100 times the mean of all thirty.
 *
 * Counted in half items, so that classes are decided in whole numbers: 80 is 48 halves of 60, exactly.
 *
 * @see United Nations, SDG indicator metadata 10.7.2
 */
export const migrationPolicies: Indicator = {
  id: 'sdg-10-7-2',
  title: {
    es: 'ODS 10.7.2: políticas migratorias',
    en: 'SDG 10.7.2: migration policies',
    fr: 'ODD 10.7.2 : politiques migratoires',
  },
  unit: { es: 'de 0 a 100', en: 'from 0 to 100', fr: 'de 0 à 100' },
  formula: {
    es: 'dominio = 100 · media de sus cinco ítems; conjunto = 100 · media de los treinta; lo que falta cuenta 0',
    en: 'domain = 100 · mean of its five items; overall = 100 · mean of all thirty; missing counts 0',
    fr: 'domaine = 100 · moyenne de ses cinq éléments ; ensemble = 100 · moyenne des trente ; ce qui manque compte 0',
  },
  source: 'United Nations, SDG indicator metadata 10.7.2',
  disaggregations: [],
  inputs: [
    {
      column: 'domain',
      meaning: { es: 'dominio, de 1 a 6', en: 'domain, from 1 to 6', fr: 'domaine, de 1 à 6' },
      kind: 'code',
      codes: ['1', '2', '3', '4', '5', '6'],
    },
    {
      column: 'item',
      meaning: {
        es: 'ítem del dominio, de 1 a 5',
        en: 'item of the domain, from 1 to 5',
        fr: 'item du domaine, de 1 à 5',
      },
      kind: 'code',
      codes: ['1', '2', '3', '4', '5'],
    },
    {
      column: 'answer',
      meaning: {
        es: 'respuesta; vacía si falta',
        en: 'answer; empty where missing',
        fr: 'réponse ; vide si elle manque',
      },
      kind: 'code',
      codes: answers,
    },
  ],
  measure(rows): readonly IndicatorValue[] {
    const halves = halvesByDomain(rows)
    const all = halves.reduce((sum, each) => sum + each, 0)
    return [
      { part: 'overall', value: (all * 5) / 3, note: policyClass(all, domains * itemsADomain) },
      ...halves.map((each, at) => ({
        part: `domain-${at + 1}`,
        value: each * 10,
        note: policyClass(each, itemsADomain),
      })),
    ]
  },
}

/**
 * The class of a number of half items: below 40 requires further progress, below 80 partially
 * meets, below 100 meets, 100 fully meets.
 *
 * @param halves halves of items answered yes
 * @param items items asked
 * @example policyClass(48, 30) // => 'meets'
 */
export function policyClass(halves: number, items: number): PolicyClass {
  // 100 · halves / (2 · items) against 40, 80 and 100, without a division.
  if (halves * 100 < 80 * items) return 'requires-further-progress'
  if (halves * 100 < 160 * items) return 'partially-meets'
  return halves < 2 * items ? 'meets' : 'fully-meets'
}

function halvesByDomain(rows: readonly IndicatorRow[]): number[] {
  const halves = Array<number>(domains).fill(0)
  const seen = new Set<string>()
  for (const row of rows) {
    const domain = row['domain']?.trim() ?? ''
    const item = row['item']?.trim() ?? ''
    const answer = codeIn(row, 'answer', answers)
    const key = `${domain} ${item}`
    const exists = /^[1-6]$/.test(domain) && /^[1-5]$/.test(item) && !seen.has(key)
    if (!exists || (answer === 'legal-status-only' && domain !== '1')) {
      throw indicatorRefusals.refuse('item-impossible', { domain, item })
    }
    seen.add(key)
    halves[Number(domain) - 1]! += answer === 'yes' ? 2 : answer === 'legal-status-only' ? 1 : 0
  }
  return halves
}
