import { migrationCriteria, settlingPurposes } from '../cubes/migrations.ts'
import type { CubeTie, TieSide } from './cube-tie.ts'

/** What both cubes show of a crossing of a linked person's journey. */
const fields = [
  'country',
  'time',
  'citizenship',
  'birth_country',
  'citizenship_status',
  'birth_status',
  'counterpart_country',
  'border_post',
  'mode',
  'sex',
  'age',
]
const everything = [...fields, 'purpose']

const stays = (codes: TieSide['codes'] = {}): TieSide => ({ cube: 'stays', codes })
const arrivals = (criterion: string): TieSide => ({
  cube: 'migrations',
  codes: { criterion, direction: 'arrival' },
})

/** Stays begin with an arrival; some arrivals are migrations, by each criterion others. */
export const outcomeTies: readonly CubeTie[] = [
  ...migrationCriteria.map((criterion): CubeTie => ({
    id: `arrivals-${criterion}`,
    whole: stays(),
    parts: [arrivals(criterion)],
    isExact: false,
    over: everything,
    reason:
      'Every arrival begins a stay; a criterion says of each arrival whether it is a migration.',
  })),
  {
    id: 'declared-purposes',
    whole: arrivals('declared-purpose'),
    parts: settlingPurposes.map((purpose) => stays({ purpose })),
    isExact: true,
    over: fields,
    reason:
      'By what was declared, arrivals of these purposes are migrations and no others; an arrival that was inserted has no purpose.',
  },
  {
    id: 'declared-purpose',
    whole: arrivals('declared-purpose'),
    parts: [stays()],
    isExact: true,
    over: everything,
    limits: { purpose: { only: settlingPurposes } },
    reason: 'By what was declared, every arrival of such a purpose is a migration.',
  },
]
