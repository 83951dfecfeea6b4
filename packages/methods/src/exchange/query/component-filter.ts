import { sdmxRefusals } from '../refusals.ts'
import { invalid } from './request-address.ts'
import { daySpan } from './time-span.ts'

export const operators = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'co', 'nc', 'sw', 'ew'] as const
export type Operator = (typeof operators)[number]

export interface Condition {
  readonly operator: Operator
  readonly value: string
}

/** Conditions on one component: any of the alternatives, each with all of its conditions. */
export interface ComponentFilter {
  readonly component: string
  readonly alternatives: readonly (readonly Condition[])[]
}

/**
 * Reads the value of `c[COMPONENT]`: `,` is or, `+` is and, `op:` an operator.
 *
 * @see SDMX REST 2.2, "Data queries"
 * @throws Refusal `sdmx.parameter-invalid`
 * @example readFilter('AGE', 'A,B+C').alternatives.length // => 2
 */
export function readFilter(component: string, text: string): ComponentFilter {
  const alternatives = text.split(',').map((alternative) =>
    alternative.split('+').map((condition): Condition => {
      const match = /^([a-z]{2}):(.*)$/s.exec(condition)
      const operator = match ? operators.find((each) => each === match[1]) : 'eq'
      const value = match ? match[2]! : condition
      if (operator === undefined || value === '') {
        throw invalid(`c[${component}]`, text, `CODE, ${operators.join(':X, ')}:X`)
      }
      return { operator, value }
    }),
  )
  return { component, alternatives }
}

/** The filter that says the same as `startPeriod` and `endPeriod` of version 1. */
export function periodFilter(
  start: string | undefined,
  end: string | undefined,
): ComponentFilter | undefined {
  const spans = { start: readPeriod('startPeriod', start), end: readPeriod('endPeriod', end) }
  if (spans.start && spans.end && spans.end.last < spans.start.first) {
    throw sdmxRefusals.refuse('range-empty', { start: start!, end: end! })
  }
  const conditions: Condition[] = []
  if (start !== undefined) conditions.push({ operator: 'ge', value: start })
  if (end !== undefined) conditions.push({ operator: 'le', value: end })
  return conditions.length === 0
    ? undefined
    : { component: 'TIME_PERIOD', alternatives: [conditions] }
}

function readPeriod(parameter: string, text: string | undefined) {
  if (text === undefined) return undefined
  const span = daySpan(text)
  if (!span) throw invalid(parameter, text, '2020, 2020-03, 2020-Q1, 2020-03-31')
  return span
}

/**
 * Whether a value meets a filter. Periods are compared by the days they cover: one lies from another
 * on (`ge`) where it starts no earlier, until another (`le`) where it ends no later.
 *
 * @example meetsFilter('2020-Q2', readFilter('TIME_PERIOD', 'ge:2020-04+le:2020')) // => true
 */
export function meetsFilter(value: string, filter: ComponentFilter): boolean {
  return filter.alternatives.some((conditions) =>
    conditions.every((condition) => meets(value, condition, filter.component)),
  )
}

function meets(value: string, { operator, value: given }: Condition, component: string): boolean {
  switch (operator) {
    case 'co':
      return value.includes(given)
    case 'nc':
      return !value.includes(given)
    case 'sw':
      return value.startsWith(given)
    case 'ew':
      return value.endsWith(given)
    default:
      break
  }
  if (component === 'TIME_PERIOD') {
    const [own, other] = [daySpan(value), daySpan(given)]
    if (own && other) {
      const equal = own.first === other.first && own.last === other.last
      if (operator === 'eq') return equal
      if (operator === 'ne') return !equal
      if (operator === 'ge') return own.first >= other.first
      if (operator === 'gt') return own.first > other.last
      if (operator === 'le') return own.last <= other.last
      return own.last < other.first
    }
  }
  const order = value === given ? 0 : value < given ? -1 : 1
  if (operator === 'eq') return order === 0
  if (operator === 'ne') return order !== 0
  if (operator === 'ge') return order >= 0
  if (operator === 'gt') return order > 0
  if (operator === 'le') return order <= 0
  return order < 0
}
