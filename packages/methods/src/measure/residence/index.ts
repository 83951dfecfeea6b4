export type { CrossingHistory } from './crossing-history.ts'
export { checkCriterion, residenceCriteria, type ResidenceCriterion } from './criterion.ts'
export {
  decideMigrations,
  never,
  undecided,
  type GivenState,
  type ObservationOptions,
  type Outcomes,
} from './outcome-rule.ts'
