import { countedFacts } from '@caudal/methods/measure'
import type { PeriodFigure } from '@caudal/methods/measure/accounts'
import { snapshot, type CaudalNode } from '../../store/index.ts'
import { observedRows } from '../indicators/indicator-inputs.ts'

/** What is observed of a measure by country, as the most detailed source of each year tells it, period by period. */
export async function readObserved(
  node: CaudalNode,
  measure: 'population' | 'births' | 'deaths',
): Promise<Map<string, PeriodFigure[]>> {
  const { files } = await snapshot(node, 'observation')
  const found = new Map<string, PeriodFigure[]>()
  if (files.facts.length === 0) return found
  const facts = countedFacts(files.facts, files.duplicates)
  const rows = await node.lake.rows<{ country: string; period: string; value: number }>(
    `select area as country, period, sum(amount)::double as value
     from (${observedRows(measure, 'ref_area').replaceAll('$facts', facts)}) group by all order by 1, 2`,
  )
  for (const { country, period, value } of rows) {
    const own = found.get(country) ?? []
    own.push({ period, value })
    found.set(country, own)
  }
  return found
}
