/** How the persons of a sample were drawn. */
export interface SurveyDesign {
  /** Persons of the population that each respondent stands for; positive. `[respondents]` */
  readonly weights: ArrayLike<number>
  /** Stratum of each respondent, from 0; one stratum where absent. `[respondents]` */
  readonly strata?: ArrayLike<number>
  /** What each stratum is called, for what is said of it; its number where absent. `[strata]` */
  readonly stratumNames?: readonly string[]
  /** Primary sampling unit of each, from 0, within its stratum or not; each its own where absent. `[respondents]` */
  readonly clusters?: ArrayLike<number>
  /** Primary sampling units of the population in each stratum; drawn with replacement where absent. `[strata]` */
  readonly populationUnits?: ArrayLike<number>
}

/** An estimate with its design-based variance. */
export interface SurveyEstimate {
  readonly estimate: number
  /**
   * null where the sample cannot tell it: a mean of one primary unit deviates from itself by nothing,
   * which says nothing of how it would have come out with another unit.
   */
  readonly variance: number | null
  /** Respondents it rests on. */
  readonly n: number
}
