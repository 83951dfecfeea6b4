export { kaplanMeier, medianSurvival, type SurvivalStep } from './kaplan-meier.ts'
export { pointWithout, survivalAt, survivalPoint, type SurvivalPoint } from './survival-at.ts'
export { survivalInterval } from './survival-interval.ts'
export { survivalOfClasses, type StayClasses } from './survival-of-classes.ts'
