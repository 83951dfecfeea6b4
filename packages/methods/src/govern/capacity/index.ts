export { frameworks, type Framework, type FrameworkId } from './frameworks.ts'
export {
  dimensions,
  levels,
  questionnaireVersion,
  questions,
  type CapacityDimension,
  type CapacityQuestion,
} from './questionnaire.ts'
export {
  scoreCapacity,
  type CapacityAnswer,
  type CapacityAnswers,
  type CapacityScore,
} from './score-capacity.ts'
