import type { Indicator } from './indicator.ts'
import { crudeNetMigrationRate } from './crude-net-migration-rate.ts'
import { migrantShare } from './migrant-share.ts'
import { recruitmentCost } from './sdg-10-7-1.ts'
import { migrationPolicies } from './sdg-10-7-2.ts'
import { deathsAndDisappearances } from './sdg-10-7-3.ts'
import { refugees } from './sdg-10-7-4.ts'
import { remittanceCost } from './sdg-10-c-1.ts'
import { smartRemittanceCost } from './sdg-10-c-1-smart.ts'
import { traffickingVictims } from './sdg-16-2-2.ts'
import { statisticalCapacity } from './sdg-17-18-1.ts'
import { remittancesOfGdp } from './sdg-17-3-2.ts'
import { healthWorkers } from './sdg-3-c-1.ts'
import { scholarshipAid } from './sdg-4-b-1.ts'
import { childLabour } from './sdg-8-7-1.ts'
import { occupationalInjuries } from './sdg-8-8-1.ts'
import { labourRights } from './sdg-8-8-2.ts'

/** Every indicator, in the order of the catalogue. */
export const indicators: readonly Indicator[] = [
  crudeNetMigrationRate,
  migrantShare,
  healthWorkers,
  scholarshipAid,
  childLabour,
  occupationalInjuries,
  labourRights,
  recruitmentCost,
  migrationPolicies,
  deathsAndDisappearances,
  refugees,
  remittanceCost,
  smartRemittanceCost,
  traffickingVictims,
  remittancesOfGdp,
  statisticalCapacity,
]

export function findIndicator(id: string): Indicator | undefined {
  return indicators.find((indicator) => indicator.id === id)
}
