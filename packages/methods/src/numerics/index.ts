export { aliasTable, drawIndex, type AliasTable } from './alias-table.ts'
export { choiceOf, drawChoice, type Choice } from './choice.ts'
export {
  civilNumber,
  completedYears,
  dayNumber,
  dayOfIso,
  easterSunday,
  isoDay,
  weekday,
  yearOf,
} from './civil-day.ts'
export { drawExponential } from './exponential.ts'
export { interpolate, type Points } from './interpolate.ts'
export { drawPoisson } from './poisson.ts'
export { drawQuantile, type QuantileTable } from './quantile-table.ts'
export { Xoshiro128, type RandomGenerator } from './random-generator.ts'
