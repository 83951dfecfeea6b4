import type { Cube } from './cube.ts'
import { banxicoRemittances } from './cubes/banxico-remittances.ts'
import { incidents } from './cubes/incidents.ts'
import { missingMigrants } from './cubes/missing-migrants.ts'
import { indicatorValues } from './cubes/indicators.ts'
import { migrationEstimates } from './cubes/migration-estimates.ts'
import { migrationFlows } from './cubes/migrations.ts'
import { movements } from './cubes/movements.ts'
import { nzPltMigration } from './cubes/nz-plt-migration.ts'
import { permitEvents } from './cubes/permit-events.ts'
import { permits } from './cubes/permits.ts'
import { population } from './cubes/population.ts'
import { residences } from './cubes/residences.ts'
import { residentStocks } from './cubes/resident-stocks.ts'
import { returns } from './cubes/returns.ts'
import { stayLengths } from './cubes/stays.ts'
import { unMigrantStock } from './cubes/un-migrant-stock.ts'

/** The cubes of the platform, in the order in which readers meet them. */
export const cubes: readonly Cube[] = [
  movements,
  migrationFlows,
  migrationEstimates,
  residentStocks,
  stayLengths,
  permits,
  permitEvents,
  residences,
  returns,
  incidents,
  indicatorValues,
  population,
  missingMigrants,
  unMigrantStock,
  nzPltMigration,
  banxicoRemittances,
]

/** The cube of that id; undefined where there is none. */
export function findCube(id: string): Cube | undefined {
  return cubes.find((cube) => cube.id === id)
}
