export { kaplanMeier, medianSurvival, type SurvivalStep } from './kaplan-meier.ts'
