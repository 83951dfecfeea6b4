export {
  crossingProblems,
  JourneyRepair,
  repairJourney,
  type CrossingProblem,
  type RecordedJourney,
  type RepairedJourney,
  type RepairOptions,
} from './journey-repair.ts'
