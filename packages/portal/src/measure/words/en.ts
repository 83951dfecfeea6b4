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
  known: {
    title: 'How do you know?',
    tables:
      'The figures come from these tables. There, every number says what it counts, from which files, how good they are and how it was revised:',
    method: 'The method, with its formulas and sources',
    mirror:
      'Each column is what one country recorded: what left for the other, and what arrived from it. Nothing is estimated or shared out between the two.',
    growth:
      'The first figure is of the edition that counted the period for the first time, the latest that of the newest edition. While anything in a period is undecided, its figure is an estimate and may have decimals.',
    accounts:
      'The stock to be expected is the opening one plus what came minus what left. The closing stock is counted apart; the residual is the closing stock minus the expected one.',
    backTest:
      'Each edition was made with what was known then. Here it is compared, figure by figure, with what was known once everything was decided.',
    editions: (country, direction) => `${direction}, ${country}, by edition`,
    stock: (country) => `The stock: ${country}`,
    flows: (country) => `Arrivals and departures of migrants: ${country}`,
  },
  gaps: {
    title: 'Indicators, and what is missing for them',
    lead: 'Which indicators of the SDGs and of the Global Compact this node can compute, country by country. Where an input lacks there is a gap, never a zero.',
    empty:
      'There is nothing to compute indicators from yet. Bring in population, crossings or incidents, then compute the cubes.',
    indicator: 'Indicator',
    lacking: 'What lacks',
    everyCountry: 'All, in one year',
    caption: (where) => `Indicators: ${where}`,
    summary: (available, partial, missing, where) =>
      `${where}: ${available} available, ${partial} partial and ${missing} missing.`,
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
      protection: 'figures changed at random to protect persons',
    },
    coverage: (origin, originShare, destination, destinationShare) =>
      `Days with records: ${origin} ${originShare}, ${destination} ${destinationShare}.`,
    approximate:
      'These shares are approximate, counted by figures changed at random; “:” where a few persons a day do not tell.',
    legend: '“:” there is no figure; “⊘” it is withheld. Reasons are candidates, not findings.',
    tooFew: 'Too few persons crossed between the two for anything of it to be shown.',
    withheld: 'withheld: no release shows it',
    protections: {
      perturbed:
        'Figures are changed a little at random, so that nobody can be recognised: they are those that tables show.',
      release: 'Only figures that a release shows are shown.',
      unprotected: 'Exact figures of persons, before protection: not for publication.',
    },
  },
  accounts: {
    title: 'Do stocks and flows add up?',
    lead: 'What a stock was, what it gained and lost in a year, and what it was at the end. What no term explains is the residual: it is shown, never spread over the others.',
    empty: 'The node does not have the stock of any country on two dates yet.',
    stock: 'Stock',
    stocks: {
      residents: 'Residents whom the border knows, 1 January',
      population: 'Population, 1 July',
    },
    caption: (country) => `Accounts of ${country}, in persons`,
    period: 'From – to',
    span: (from, to) => `${from} – ${to}`,
    terms: {
      opening: 'Opening stock',
      births: '+ Births',
      deaths: '− Deaths',
      arrivals: '+ Migrant arrivals',
      departures: '− Migrant departures',
      closing: 'Closing stock',
    },
    expected: '= Expected stock',
    residual: 'Residual',
    share: 'Residual / closing stock',
    missing: 'What lacks',
    lacks: {
      opening: 'the stock at the beginning',
      births: 'births of the twelve months (observations of the measure “births”)',
      deaths: 'deaths of the twelve months (observations of the measure “deaths”)',
      arrivals: 'migrant arrivals: journeys of all twelve months',
      departures: 'migrant departures: journeys of all twelve months',
      closing: 'the stock at the end',
    },
    marks: {
      missing: 'there is no figure: the account stays open',
      withheld: 'withheld: no release shows it',
      outside: 'not in this stock, which a person enters by a crossing alone',
      approximated: 'half of each of the two calendar years, for want of shorter periods',
      provisional: 'some crossings are undecided: a minimum, and no residual is drawn from it',
    },
    finding: (country, span, residual) =>
      `In ${country}, ${span}, the terms leave a residual of ${residual} persons.`,
    noneClosed: (country) =>
      `No account of ${country} can be closed: the last column says what each lacks.`,
    download: 'Download as CSV',
  },
  growth: {
    title: 'How migrations grow, and how that was revised',
    lead: 'Growth as the first release told it and as the latest does. Both figures of a comparison are of one release: what is known today is never compared with what was known of its base yesterday.',
    empty:
      'There is no release of estimates that may be shown yet: they are made as soon as journeys have been linked and the cubes are computed.',
    direction: 'Migrations',
    directions: { arrival: 'Migrant arrivals', departure: 'Migrant departures' },
    level: 'Period',
    levels: { year: 'Years', quarter: 'Quarters', month: 'Months' },
    caption: (country, direction) => `${direction}, ${country}: growth by release`,
    period: 'Period',
    latest: 'Latest figure',
    first: 'First figure',
    on: { previous: '% on the period before', year: '% on the year before' },
    firstOn: {
      previous: 'First told: % on the period before',
      year: 'First told: % on the year before',
    },
    revision: 'Revision',
    status: 'Status and releases',
    final: 'Final',
    provisional: 'Provisional',
    told: (status, first, latest) =>
      first === latest ? `${status}; ${first}` : `${status}; ${first}, then ${latest}`,
    overBreak: 'over a break in the series',
    break: (from, reason, source) => `Break in the series from ${from}: ${reason} (${source}).`,
    legend:
      '“:” there is nothing to compare with; “b” it reaches over a break in the series. Series are not seasonally adjusted: compare with the same period of the year before.',
    download: 'Download as CSV',
  },
  survival: {
    title: 'How long do stays last?',
    lead: 'The share of stays that last longer than so many days, from each arrival of a linked person to the next departure. Stays that have not ended count for as long as they were observed.',
    empty:
      'There are no stays yet: they are known as soon as records have been linked to journeys and the cubes are computed.',
    year: 'Year of arrival',
    allYears: 'All years',
    breakdowns: {
      '': 'Nothing: the whole',
      sex: 'Sex',
      citizenship_status: 'National or foreign',
      birth_status: 'Native-born or foreign-born',
      purpose: 'Purpose',
      mode: 'Mode of transport',
    },
    all: 'All stays',
    finding: (about, share, days) => `${about}: ${share} of stays last longer than ${days} days`,
    explained: (stays, open, until) =>
      `${stays} stays, of which ${open} had not ended when observation did, on ${until}.`,
    median: (group, days) => `${group}: half of the stays have ended after ${days} days.`,
    medianNotReached: (group) =>
      `${group}: more than half of the stays last longer than they were observed.`,
    nothingShown:
      'Figures of stays are shown by releases alone, and no release tells of these how long they last. Choose another country or year, or a whole without breakdown.',
    chart: (country) =>
      `Share of stays in ${country} that last longer than so many days, with 95% interval. The table below has the numbers.`,
    fewerInChart: (shown) => `The chart shows the ${shown} largest groups, the table all of them.`,
    daysAxis: 'days since arrival',
    caption: (country, year) => `Stays in ${country}, ${year}: share that lasts longer`,
    group: 'Group',
    stays: 'Stays',
    longerThan: (days) => (days === 0 ? 'than the same day' : `than ${days} days`),
    stillThere: (count) => `${count} still there`,
    interval: (low, high) => `${low} to ${high}`,
    marks: {
      'not-followed': 'stays were not observed for so long',
      withheld: 'withheld: no release shows what it is made of',
    },
    definition: 'What is measured',
    definitionText: [
      'A stay begins with an arrival in the journey of a linked person and ends with the next departure; whoever leaves on the day of arrival has stayed 0 days. A person who comes ten times has ten stays.',
      'The curve is that of Kaplan and Meier: at each number of days, those who leave are compared with those who were still there and still observed. Stays cut off by the end of observation leave the comparison without counting as ended. The interval is that of 95%, by Greenwood’s variance on the scale of the logarithm of minus the logarithm.',
    ],
    limits: 'What it does not tell',
    limitsOf: {
      daily: [
        'Stays of residents who come home are stays too: break down by national or foreign before reading it as how long visitors stay.',
        'A departure that nobody recorded makes a stay look longer, or is inserted halfway.',
        'Stays that began near the end of observation are followed for a short time: the far end of a curve rests on few of them.',
      ],
      classes: [
        'A curve that steps at every departure tells of each single person when he or she left. Only the ends of classes are told here, made of nothing but the figures that releases show.',
        'Stays of residents who come home are stays too. A departure that nobody recorded makes a stay look longer.',
        'Only years whose every stay was followed beyond a class tell of it.',
      ],
    },
    imputed: (share) =>
      `Stays beside a crossing that nobody recorded and that was inserted halfway: ${share}.`,
    known: 'How do you know?',
    knownText:
      'Records of border posts are linked to persons, their crossings put in order and repaired, and stays counted from them. The method and its published examples are in the handbook; the table of stays has the same figures by length.',
    method: 'Samples, stays, accounts and indicators',
    download: 'Download as CSV',
  },
  backTest: {
    title: 'How far can provisional figures be trusted?',
    lead: 'Past releases as they were made, or made again with what was known then, beside what the figures became once they were final.',
    empty:
      'There are no past releases to compare yet: they are made as soon as journeys have been linked and the cubes are computed.',
    withheld: (countries) =>
      `There are past releases of ${countries} too: exact figures are read by accounts of their country alone.`,
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
