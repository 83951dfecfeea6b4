export { estimateMean, estimateRatio, estimateTotal, type Domain } from './estimate-survey.ts'
export { estimateMedian } from './estimate-median.ts'
export { surveyRefusals } from './refusals.ts'
export {
  areWeighedAlike,
  estimateWithReplicates,
  findReplicateMethod,
  type ReplicateMethod,
} from './replicate-variance.ts'
export type { SurveyDesign, SurveyEstimate } from './survey-design.ts'
