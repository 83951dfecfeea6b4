import type { MapWords } from './map-wording.ts'

export const english: MapWords = {
  loading: 'Loading the map…',
  failed: 'The boundaries could not be loaded; areas are shown as squares.',
  retry: 'Load the map again',
  empty: 'There is no figure to draw in this selection.',
  noAreas: 'This table has no variable of place that could be drawn.',

  showAs: 'Show as',
  marks: { circles: 'Circles', shades: 'Shades', tiles: 'Squares' },
  figure: 'Figure',
  value: 'Number',
  share: 'Share of the area’s total',
  shareUnit: '% of each area’s total',
  classes: 'Classes',
  classMethods: {
    quantile: 'as many areas each',
    equal: 'equal intervals',
    natural: 'natural breaks',
  },
  byHand: 'by hand',
  limits: 'Limits between classes',
  limitsHelp: 'From low to high, parted by semicolons; nine at most.',
  limitsUnread: 'Write numbers parted by semicolons: 10; 50; 100.',
  labels: 'Labels',
  previous: (dimension) => `${dimension}: previous`,
  next: (dimension) => `${dimension}: next`,
  total: 'Total',

  picture: (title, areas) => `Map: ${title}. ${areas} areas.`,
  pictureHelp:
    'Tap an area, or use the arrow keys: right and left go from the highest figure down.',
  area: 'Area',
  chooseArea: 'Choose an area',
  rank: (rank, of) => `rank ${rank} of ${of}`,
  shareOfAll: (percent) => `${percent} of all areas`,
  shareOfArea: (percent, label) => `${percent} of the total of ${label}`,
  noFigure: 'No figure',
  hidden: 'Suppressed so that nobody can be recognised',
  provisional: 'Provisional figure',

  legend: 'Legend',
  areasIn: (n, text) => (n === 1 ? '1 area' : `${text} areas`),
  classRange: (from, to) => `${from} to ${to}`,
  missing: 'no figure',
  suppressed: 'suppressed',
  zero: 'zero',
  negative: 'negative',
  notInTable: 'area that is not in the table',
  land: 'neighbouring land',
  squareMeans: 'area too small for this scale',
  insets: 'Too far away, or without boundaries: below, at another scale.',
  countsShaded: 'With plain numbers, large areas stand out by their size. Circles avoid that.',
  samePeriods: 'Sizes and classes are the same for all periods.',
  sharesNote: 'Share of the chosen column in the total of each area.',

  withoutBoundary: (n, text, of, list) =>
    n === 1
      ? `1 of ${of} areas has no boundaries on the map: ${list}.`
      : `${text} of ${of} areas have no boundaries on the map: ${list}.`,
  unplaced: (list) => `Not on the map, because they have no place: ${list}.`,
  noBoundaries:
    'This node has no boundaries for these areas: each is a square, in alphabetical order.',
  mostlyTiles: 'Most of these areas have no boundaries: each is a square.',
  byName: (n, text) =>
    n === 1
      ? '1 area was joined to the map by its name, not by its code.'
      : `${text} areas were joined to the map by their name, not by their code.`,
  source: (list) => `Boundaries: ${list}.`,
  disclaimer:
    'The boundaries, names and designations on this map do not imply official endorsement or acceptance.',

  summary: {
    highest: (at, label, value) => `The highest figure${at} is that of ${label}: ${value}.`,
    highestWithShare: (at, label, value, percent) =>
      `The highest figure${at} is that of ${label}: ${value}, ${percent} of all areas.`,
    next: (list) => `Next come ${list}.`,
    part: (label, value) => `${label} (${value})`,
    lowest: (label, value) => `The lowest is that of ${label}: ${value}.`,
    allEqual: (areas, value) => `All ${areas} areas have the same figure: ${value}.`,
    single: (at, label, value) => `Only ${label} has a figure${at}: ${value}.`,
    half: (value) => `Half of the areas have ${value} or less.`,
    zeros: (n, text) => (n === 1 ? '1 area has zero.' : `${text} areas have zero.`),
    losses: (n, text) => (n === 1 ? '1 area is below zero.' : `${text} areas are below zero.`),
    missing: (n, text) => (n === 1 ? '1 area has no figure.' : `${text} areas have no figure.`),
    suppressed: (n, text) =>
      n === 1 ? '1 figure is suppressed.' : `${text} figures are suppressed.`,
    nothing: 'No area has a figure in this selection.',
  },
}
