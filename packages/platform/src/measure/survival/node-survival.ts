import { type Actor, decideFigures } from '@caudal/methods/govern'
import { authorise, heed, noteAllowed } from '../../govern/authorise.ts'
import { listDatasets, type CaudalNode } from '../../store/index.ts'
import { countStays, groupStays, stayBreakdowns, totalStays } from './count-stays.ts'
import { survivalRefusals } from './refusals.ts'
import type { SurvivalReport } from './service.ts'
import { writeSurvival } from './write-survival.ts'

export interface NodeSurvivalReport extends Omit<SurvivalReport, 'unobserved'> {
  /** Stays of which the arrival or the departure was not recorded but inserted halfway. */
  readonly imputed: number
  /** Whether none of the stays is of a real person. */
  readonly synthetic: boolean
}

/**
 * Survival of the stays in the journeys of linked persons, from each arrival to the next departure, cut
 * off at the end of observation of the country. Stays are counted by the engine, by days; no row of a
 * person leaves it.
 *
 * @param country of which country; of all where undefined
 * @throws Refusal of the policy, `measure.stays-missing`, `measure.stays-breakdown-unknown`
 */
export async function measureNodeSurvival(
  node: CaudalNode,
  actor: Actor,
  country: string | undefined,
  by: readonly string[],
  write: (text: string) => Promise<void>,
): Promise<NodeSurvivalReport> {
  const subject = 'survival'
  await authorise(node, actor, 'measure.read', subject)
  await heed(node, actor, 'measure.read', decideFigures(actor, [country ?? '']), { subject })
  const unknown = by.find((each) => stayBreakdowns[each] === undefined)
  if (unknown !== undefined) {
    const known = Object.keys(stayBreakdowns).join(', ')
    throw survivalRefusals.refuse('stays-breakdown-unknown', { by: unknown, known })
  }
  await noteAllowed(node, actor, 'measure.read', {
    purpose: 'statistics',
    subject,
    details: { country: country ?? 'all', by: [...by] },
  })
  const { rows, batches } = await countStays(node, { country, by })
  if (rows.length === 0) throw survivalRefusals.refuse('stays-missing')
  const medians = await writeSurvival(groupStays(rows), by, write)
  return {
    ...totalStays(rows),
    medians,
    synthetic: (await listDatasets(node)).every(
      ({ id, synthetic }) => synthetic || !batches.some(({ dataset }) => dataset === id),
    ),
  }
}
