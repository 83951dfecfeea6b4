import type { Words } from './es.ts'

/** The words of searching, of views and of how a number is known, in English; part of the catalogue. */
export const viewsEn: Pick<Words, 'views' | 'drill' | 'known' | 'search'> = {
  views: {
    title: 'View as',
    table: 'Table',
    bar: 'Bars',
    line: 'Lines',
    map: 'Map',
    multiples: 'Panels',
    heat: 'Heat map',
    pyramid: 'Pyramid',
    sankey: 'Sankey',
    flow: 'Flow map',
    chord: 'Chord',
    more: 'More charts',
    needs: {
      time: 'Panels need time on the rows or the columns.',
      'two-axes': 'This chart needs one variable on the rows and another on the columns.',
      'age-and-sex': 'A pyramid needs age and sex in the table.',
      'two-places':
        'A flow goes from one place to another: the table needs two variables of place.',
      place: 'A map needs a place on the rows or the columns.',
    },
    noWay: 'These data do not have these variables.',
    all: 'All',
    play: 'Play',
    pause: 'Pause',
    women: 'Women',
    men: 'Men',
    others: 'Other places',
    arrow: 'to',
    largestCorridors: 'Largest flows',
    corridorsShown: 'Flows drawn',
    negative: 'There are negative figures, and this chart can draw quantities only.',
    noCorridor: 'There is no flow between two places in this selection.',
    noBoundaries: 'Nobody has the boundaries of these places: use the Sankey chart.',
    noEndorsement: 'Boundaries on the map imply no endorsement.',
    within: (text) => `What stays within one place is not drawn: ${text}.`,
    unplaced: (text) => `Without a known origin or destination: ${text}.`,
    hidden: (text) => `${text} flows are suppressed to protect persons.`,
    restOfCorridors: (n, text) => `The other ${n} flows add up to ${text}.`,
    unplacedAge: (text) => `Of unknown age or sex, not drawn: ${text}.`,
    classes: 'Classes',
    cut: (rows, columns) =>
      `The first ${rows} rows and ${columns} columns are drawn; the table has them all.`,
    sameScale: 'All panels have the same scale.',
    panelsLeft: (text) => `There are ${text} more in the table.`,
    lineNeedsTime: 'A line chart needs time on the rows or the columns.',
    putTime: 'Put time on the columns',
    mapNeedsArea: 'A map needs a place on the rows or the columns.',
    putArea: (place) => `Show by ${place}`,
    noArea: 'These data have no variable of place that could be drawn.',
    loadingChart: 'Drawing the chart…',
  },

  drill: {
    into: (code, level) => `${code}: show by ${level}`,
    path: (dimension) => `Path: ${dimension}`,
    whole: (dimension) => `${dimension}: all`,
  },

  known: {
    shares: {
      imputed: 'Beside an inserted crossing',
      provisional: 'Undecided',
      unmatched: 'Crossings in no history',
      days: 'Days with records',
      posts: 'Months in which posts reported',
      breaks: 'Breaks in the series',
      noBreaks: 'None is known.',
      breakAt: (country: string, from: string, reason: string): string =>
        `${country}, from ${from}: ${reason}.`,
      reasons: {
        'source-changed': 'records are read from another source or in another layout',
        'posts-changed': 'half or twice as many posts report as in the six months before',
      },
    },
    close: 'Close',
    over: (dimensions) => `of all: ${dimensions}`,
    from: 'Calculated from',
    quality: 'Quality of the records',
    read: 'Rows read',
    rejected: 'Rejected for errors',
    repeats: 'Flagged as repeats',
    unmapped: 'Codes without a match',
    notCounted: 'Of these not counted',
    withoutFinding: 'Rows in which nothing was found',
    timeliness: 'From the event to the receipt',
    waited: (least: string, most: string, all: string): string =>
      least === most
        ? `half of the records within ${least} days; 95 in 100 within ${all}`
        : `half of the records of a batch within ${least} to ${most} days; 95 in 100 within ${all} at most`,
    repeatsNotSought: (batches: string): string =>
      `Repeats could not be looked for in these batches, because the key of their identities is destroyed: ${batches}. What is in them and in a later one counts twice.`,
    counted: 'Records counted',
    completeness: 'Records that have each variable',
    batches: (n) => `Batches of data (${n})`,
    otherBatches: (n) => `The other ${n} batches`,
    olderBatches: (n) => `There are ${n} older batches.`,
    batch: (id, day, accepted, rejected) =>
      `Batch ${id}, received on ${day}: ${accepted} records accepted, ${rejected} rejected`,
    profile: (profile) => `Read with the profile ${profile}`,
    method: (version, day) => `Definition of the cube, version ${version}; computed on ${day}.`,
  },

  search: {
    open: 'Search',
    key: 'Search (key /)',
    title: 'Search all data',
    label: 'Topic, variable, country, place…',
    help: 'In Spanish, English or French. Accents and a slip of the fingers do not matter.',
    kinds: { cube: 'Data', measure: 'Measure', dimension: 'Variable', code: 'Value' },
    none: (text) => `Nothing is like “${text}”.`,
    found: (n, text) => (n === 1 ? 'One result' : `${text} results`),
    close: 'Close the search',
  },
}
