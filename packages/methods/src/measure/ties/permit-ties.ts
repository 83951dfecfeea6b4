import type { CubeTie, TieSide } from './cube-tie.ts'

/** Fields of a permit that both cubes show as they lie in the record. */
const fields = [
  'country',
  'permit_type',
  'purpose',
  'migratory_status',
  'citizenship',
  'birth_country',
  'citizenship_status',
  'birth_status',
  'residence_country',
  'sex',
  'age',
  'department',
  'municipality',
]
const withTime = [...fields, 'time']
const everything = [...withTime, 'procedure']

const permits = (codes: TieSide['codes'] = {}): TieSide => ({ cube: 'permits', codes })
const events = (codes: TieSide['codes']): TieSide => ({ cube: 'permit-events', codes })

const granted = { decision: 'granted' }
const renewal = { procedure: 'renewal' }
const cancellation = { procedure: 'cancellation' }

/** Decisions, of a closed list, that are neither granted, refused nor pending. */
const otherDecisions = ['withdrawn', 'revoked', 'inadmissible']
const decidedOtherwise = (more: TieSide['codes'] = {}) =>
  otherDecisions.map((decision) => permits({ decision, ...more }))

/**
 * Procedures of permits, and the events that each of them makes. An event of a decision has the day of the
 * decision, as the procedure has; applications and ends of validity have days of their own, so that they are
 * tied over all time only.
 */
export const permitTies: readonly CubeTie[] = [
  {
    id: 'refused',
    whole: permits({ decision: 'refused' }),
    parts: [events({ event: 'refused' })],
    isExact: true,
    over: everything,
    reason:
      'A procedure makes one event of refusal where its decision is a refusal, and else none.',
  },
  {
    id: 'granted-of-a-procedure',
    whole: permits(granted),
    parts: [events({ event: 'granted' })],
    isExact: true,
    over: everything,
    limits: { procedure: { except: ['_T', 'renewal', 'cancellation'] } },
    reason: 'What is granted is a grant, but for renewals and cancellations.',
  },
  {
    id: 'renewed',
    whole: permits({ ...granted, ...renewal }),
    parts: [events({ event: 'renewed' })],
    isExact: true,
    over: withTime,
    reason: 'A renewal that is granted is an event of renewal; nothing else is.',
  },
  {
    id: 'renewed-of-renewals',
    whole: permits({ ...granted, ...renewal }),
    parts: [events({ event: 'renewed', ...renewal })],
    isExact: true,
    over: withTime,
    reason: 'An event has the procedure of its permit.',
  },
  {
    id: 'granted-of-all',
    whole: permits(granted),
    parts: [
      events({ event: 'granted' }),
      events({ event: 'renewed' }),
      permits({ ...granted, ...cancellation }),
    ],
    isExact: true,
    over: withTime,
    reason: 'What is granted is a grant, a renewal or, where a cancellation is granted, neither.',
  },
  {
    id: 'withdrawn',
    whole: events({ event: 'withdrawn' }),
    parts: [...decidedOtherwise(), permits({ ...granted, ...cancellation })],
    isExact: true,
    over: withTime,
    reason:
      'Every other decision is an event of withdrawal, and so is a cancellation that is granted.',
  },
  {
    id: 'withdrawn-of-a-procedure',
    whole: events({ event: 'withdrawn' }),
    parts: decidedOtherwise(),
    isExact: true,
    over: everything,
    limits: { procedure: { except: ['_T', 'cancellation'] } },
    reason: 'Only of cancellations what is granted is an event of withdrawal.',
  },
  {
    id: 'withdrawn-cancellations',
    whole: events({ event: 'withdrawn', ...cancellation }),
    parts: [...decidedOtherwise(cancellation), permits({ ...granted, ...cancellation })],
    isExact: true,
    over: withTime,
    reason: 'Of cancellations what is granted is an event of withdrawal.',
  },
  {
    id: 'decided-or-not',
    whole: permits(),
    parts: [
      ...['granted', 'renewed', 'refused', 'withdrawn'].map((event) => events({ event })),
      permits({ decision: 'pending' }),
      permits({ decision: '_U' }),
    ],
    isExact: true,
    over: everything,
    reason:
      'A procedure makes one event of decision, unless it is pending or its decision is missing.',
  },
  {
    id: 'applied',
    whole: permits(),
    parts: [events({ event: 'applied' })],
    isExact: false,
    over: [...fields, 'procedure'],
    reason: 'A procedure makes one event of application at most, on a day of its own.',
  },
  {
    id: 'expired',
    whole: permits(granted),
    parts: [events({ event: 'expired' }), permits({ ...granted, ...cancellation })],
    isExact: false,
    over: fields,
    reason: 'Only what is granted ends, on a day of its own; a cancellation does not.',
  },
  {
    id: 'expired-of-a-procedure',
    whole: permits(granted),
    parts: [events({ event: 'expired' })],
    isExact: false,
    over: [...fields, 'procedure'],
    limits: { procedure: { except: ['_T'] } },
    reason: 'Only what is granted ends, on a day of its own.',
  },
]
