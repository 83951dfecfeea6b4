export { checkCriterion, residenceCriteria, type ResidenceCriterion } from './criterion.ts'
export {
  decideMigrations,
  never,
  undecided,
  type CrossingHistory,
  type GivenState,
  type ObservationOptions,
  type Outcomes,
} from './outcome-rule.ts'
