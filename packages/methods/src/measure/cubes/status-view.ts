import type { CubeView } from '../cube.ts'
import { statusColumns, statusFields } from './outcome-dimensions.ts'

/** Records with the migratory status of their persons, by birth and by citizenship. */
export const statusView: CubeView = {
  fields: statusFields,
  sql: (facts) => `select *, ${statusColumns} from ${facts}`,
}
