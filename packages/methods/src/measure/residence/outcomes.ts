/** Written where a state or an answer is undecided. */
export const undecided = -1
/** Written where a day of certainty is not known yet. */
export const never = 2_147_483_647

/** What the rule answers for each crossing. `[crossings]` */
export interface Outcomes {
  /** Residence before and after: 1 resident, 0 not, {@link undecided}. */
  readonly stateBefore: Int8Array
  readonly stateAfter: Int8Array
  /** 1 a migration, 0 not, {@link undecided}. */
  readonly migration: Int8Array
  /** Day on which each became certain, or {@link never}. */
  readonly stateBeforeOn: Int32Array
  readonly stateAfterOn: Int32Array
  readonly migrationOn: Int32Array
  /** Days present in [date, min(date + W, end of observation)). */
  readonly daysInCountry: Int32Array
}

/** Room for the answers of so many crossings, with nothing decided yet. */
export function createOutcomes(length: number): Outcomes {
  return {
    stateBefore: new Int8Array(length).fill(undecided),
    stateAfter: new Int8Array(length).fill(undecided),
    migration: new Int8Array(length).fill(undecided),
    stateBeforeOn: new Int32Array(length).fill(never),
    stateAfterOn: new Int32Array(length).fill(never),
    migrationOn: new Int32Array(length).fill(never),
    daysInCountry: new Int32Array(length),
  }
}
