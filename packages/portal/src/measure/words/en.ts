import type { MeasureWording } from './measure-wording.ts'

export const english: MeasureWording = {
  year: 'Year',
  by: 'Broken down by',
  country: 'Country',
  elsewhere: 'More about these figures',
  breakdowns: {
    '': 'Nothing: the whole',
    sex: 'Sex',
    age: 'Age',
    citizenship_status: 'National or foreign',
    birth_status: 'Native-born or foreign-born',
    'sex.age': 'Sex × age',
    'sex.citizenship_status': 'Sex × national or foreign',
    'sex.birth_status': 'Sex × native-born or foreign-born',
    'age.citizenship_status': 'Age × national or foreign',
    'age.birth_status': 'Age × native-born or foreign-born',
    'sex.age.citizenship_status': 'Sex × age × national or foreign',
    'sex.age.birth_status': 'Sex × age × native-born or foreign-born',
    counterpart_area: 'Corridor: country of the other side',
  },
  gaps: {
    title: 'Indicators, and what is missing for them',
    lead: 'Which indicators of the SDGs and of the Global Compact this node can compute, country by country. Where an input lacks there is a gap, never a zero.',
    empty:
      'There is nothing to compute indicators from yet. Bring in population, crossings or incidents, then compute the cubes.',
    indicator: 'Indicator',
    lacking: 'What lacks',
    caption: (year) => `Indicators by country in ${year}`,
    summary: (available, partial, missing, year) =>
      `In ${year}, ${available} are available, ${partial} partial and ${missing} missing.`,
    statuses: { available: 'Available', partial: 'Partial', missing: 'Missing' },
  },
  mirror: {
    title: 'One flow, two counts',
    lead: 'What one country counts as leaving for another, beside what the other counts as arriving from it. The two are never averaged: their difference is the finding.',
    empty: 'Crossings of at least two countries are needed, and this node does not have them yet.',
    nothing: 'Neither country has recorded a crossing between the two.',
    origin: 'From',
    destination: 'To',
    flow: 'What is counted',
    flows: { crossings: 'All crossings', migrations: 'Migrations' },
    breakdowns: { '': 'Nothing: the whole', sex: 'Sex', age: 'Age', citizenship: 'Citizenship' },
    period: 'Period',
    periods: { year: 'Years', month: 'Months' },
    caption: (origin, destination) => `From ${origin} to ${destination}, by both counts`,
    departures: (origin) => `Departures, ${origin} counts`,
    arrivals: (destination) => `Arrivals, ${destination} counts`,
    ratio: 'Arrivals per departure',
    difference: 'Arrivals less departures',
    why: 'Candidate reasons',
    reasons: {
      definition: 'different definitions',
      coverage: 'days without records',
      lag: 'figures that may still change',
      'travel-time': 'time between leaving and arriving',
    },
    coverage: (origin, originShare, destination, destinationShare) =>
      `Days with records: ${origin} ${originShare}, ${destination} ${destinationShare}.`,
    legend: '“:” there is no figure. Reasons are candidates, not findings.',
  },
  backTest: {
    title: 'How far can provisional figures be trusted?',
    lead: 'Past releases as they were made, or made again with what was known then, beside what the figures became once they were final.',
    empty:
      'There are no past releases to compare yet: they are made as soon as journeys have been linked and the cubes are computed.',
    finding: (coverage, figures, country) =>
      `The 95% intervals held the final figure ${coverage} of the time (${country}, ${figures} figures)`,
    explained: (coverage80, revision, absolute) =>
      `The 80% intervals held it ${coverage80} of the time. On average the figure was revised by ${revision} migrations, by ${absolute} whichever way.`,
    chart:
      'Share of figures whose interval held the final one, by release: circles for the 95% interval, squares for the 80% interval; lines show what was promised. The table below has the numbers.',
    line: (share) => `${share} due`,
    release: 'Release',
    columns: [
      'Figures tested',
      'Mean revision',
      'Mean absolute revision',
      'Held by the 80% interval',
      'Held by the 95% interval',
    ],
    all: 'All releases',
    note: 'Tested are figures with ten or more undecided crossings at the time. Revisions are in migrations, final less estimate.',
  },
}
