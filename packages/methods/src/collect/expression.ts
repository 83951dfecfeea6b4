/**
 * A small typed language for edit rules and derived fields. One expression has two
 * evaluators: JavaScript (forms, offline) and SQL (bulk); both follow SQL's three-valued
 * logic, in which a comparison with a missing value is unknown (null).
 *
 * Dates are days. `date-difference` counts days from `from` to `to`; `completed-years`
 * counts birthdays reached, a 29 February being reached on 1 March in common years.
 * `to-month` gives YYYY-MM; `period-start` the first day of an SDMX time period (2020, 2020-S1,
 * 2020-Q1, 2020-03, 2020-W07, 2020-03-31), missing where the text is none. `matches` means the
 * whole value. `in-code-list` with `on` asks for a code in force on that day, unknown where the day
 * is. Division is real; by zero it is missing. A parameter is given by whoever evaluates
 * (`received-on`: the day the file was received), because methods have no clock.
 */
export type Expression =
  | { readonly field: string }
  | { readonly value: string | number | boolean | null }
  | { readonly date: string }
  | { readonly parameter: ExpressionParameter }
  | { readonly op: 'and' | 'or'; readonly of: readonly Expression[] }
  | { readonly op: 'not'; readonly of: Expression }
  | {
      readonly op: '=' | '!=' | '<' | '<=' | '>' | '>='
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly op: '+' | '-' | '*' | '/'; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'in'; readonly of: Expression; readonly values: readonly (string | number)[] }
  | {
      readonly op: 'in-code-list'
      readonly of: Expression
      readonly codeList: string
      /** Day on which the code must be in force; absent: any. */
      readonly on?: Expression
    }
  | { readonly op: 'is-missing'; readonly of: Expression }
  | { readonly op: 'coalesce'; readonly of: readonly Expression[] }
  | {
      readonly op: 'if'
      readonly test: Expression
      readonly then: Expression
      readonly else: Expression
    }
  | { readonly op: 'length' | 'upper' | 'lower' | 'abs'; readonly of: Expression }
  | { readonly op: 'matches'; readonly of: Expression; readonly pattern: string }
  | {
      readonly op: 'date-difference' | 'completed-years'
      readonly from: Expression
      readonly to: Expression
    }
  | { readonly op: 'year' | 'month' | 'day'; readonly of: Expression }
  | { readonly op: 'to-date' | 'to-month' | 'period-start'; readonly of: Expression }

/** What an expression may ask of its surroundings; each is an ISO date. */
export type ExpressionParameter = 'received-on'
