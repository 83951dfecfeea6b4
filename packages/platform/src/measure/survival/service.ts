import { groupRows, type PlainRow } from '../../collect/plain-csv/read-plain-rows.ts'
import { readDay } from '../option-values/option-values.ts'
import { readNumber } from '../survey/read-number.ts'
import { readSample } from '../survey/read-sample.ts'
import { survivalRefusals } from './refusals.ts'
import { writeSurvival } from './write-survival.ts'

/** Columns with how long stays lasted, or with the days between which they did. */
export type StayColumns =
  | { readonly time: string; readonly ended: string }
  | {
      readonly arrival: string
      readonly departure: string
      /** First day that is not observed any more, days since 1970-01-01. */
      readonly observedUntil: number
    }

export interface SurvivalReport {
  readonly stays: number
  /** Stays that had not ended when observation did. */
  readonly open: number
  /** Arrivals after the end of observation, which say nothing. */
  readonly unobserved: number
  /** In days, of each group; null where more than half last longer. */
  readonly medians: readonly (number | null)[]
}

/**
 * Survival of the stays of a file by Kaplan and Meier, for every combination of the columns `by`. With
 * days of arrival and departure, stays are cut off at the end of observation: who leaves later, or of
 * whom no departure is known, was still there.
 */
export async function measureSurvivalFile(
  path: string,
  columns: StayColumns,
  by: readonly string[],
  write: (text: string) => Promise<void>,
): Promise<SurvivalReport> {
  const needed =
    'time' in columns ? [columns.time, columns.ended] : [columns.arrival, columns.departure]
  const rows = await readSample(path, [...needed, ...by])
  let [stays, open, unobserved] = [0, 0, 0]
  const groups = groupRows(rows, by).map((group) => {
    const lasted = group.rows.map((row) => readStay(row, columns))
    const seen = lasted.filter((stay) => stay !== undefined)
    stays += seen.length
    unobserved += lasted.length - seen.length
    open += seen.filter(({ ended }) => ended === 0).length
    return {
      key: group.key,
      times: seen.map(({ time }) => time),
      ended: seen.map(({ ended }) => ended),
    }
  })
  return { stays, open, unobserved, medians: await writeSurvival(groups, by, write) }
}

/** How long a stay lasted as far as it was observed; undefined where none of it was. */
function readStay(
  row: PlainRow,
  columns: StayColumns,
): { readonly time: number; readonly ended: number } | undefined {
  if ('time' in columns) {
    return {
      time: readNumber(row, columns.time, 'needed'),
      ended: readNumber(row, columns.ended, 'zero-or-one'),
    }
  }
  const { arrival, departure, observedUntil } = columns
  const from = readDay(row[arrival]?.trim() ?? '', arrival)
  const left = row[departure]?.trim() ?? ''
  const to = left === '' ? Infinity : readDay(left, departure)
  if (to < from) {
    throw survivalRefusals.refuse('stay-backwards', {
      arrival: row[arrival] ?? '',
      departure: left,
    })
  }
  if (from >= observedUntil) return undefined
  return to < observedUntil
    ? { time: to - from, ended: 1 }
    : { time: observedUntil - from, ended: 0 }
}
