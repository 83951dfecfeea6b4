import type { CalendarWording } from './calendar-wording.ts'

export const calendarEnglish: CalendarWording = {
  title: 'Submission calendar',
  lead: 'Who owes which file for which period. A file covers the months of its record dates; the first that came counts, even where it is corrected later.',
  none: 'Nobody owes any file yet.',
  rule: (every, days) => `${every}, within ${days} days of the end of the period`,
  endedOn: (day) => `ended on ${day}`,
  period: 'Period',
  due: 'Due',
  standing: 'Standing',
  received: 'Received',
  states: { 'on-time': 'On time', late: 'Late', missing: 'Missing', expected: 'Expected' },
  daysLate: (days) => (days === 1 ? 'one day late' : `${days} days late`),
  every: {
    month: 'Every month',
    quarter: 'Every quarter',
    half: 'Every half-year',
    year: 'Every year',
  },
  add: 'Enter that an institution owes a file',
  institution: 'Institution, as in the accounts',
  dataset: 'Dataset',
  datasetHint: 'Its identifier: lower-case letters, figures and hyphens.',
  howOften: 'How often',
  days: 'Days allowed after the end of the period',
  from: 'From',
  save: 'Enter',
  earlier: (periods, missing) =>
    `There are ${periods} earlier periods; ${missing} files of theirs are missing.`,
  showEarlier: 'Show them',
  end: 'End',
  endNamed: (name) => `End the duty of ${name}`,
}
