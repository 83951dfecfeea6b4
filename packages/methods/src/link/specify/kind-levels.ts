import type { ColumnKind } from './column-kind.ts'
import type { Level } from './level.ts'

/** How a kind of column is compared unless the settings say otherwise. */
export interface KindComparison {
  readonly levels: readonly Level[]
  /**
   * Share of the pairs of one person expected at each level, disagreement last; a guess that a file
   * outvotes with its first hundred pairs.
   */
  readonly expected: readonly number[]
  /**
   * Share of the pairs of different persons that usually stand at each level but the last; what a file of
   * a hundred records or more outvotes.
   */
  readonly strangers: readonly number[]
  /** Whether agreeing on a rare value says more than agreeing on a common one. */
  readonly termFrequency: boolean
}

const exact: Level = { is: 'exact' }
const jaroWinkler = (atLeast: number): Level => ({ is: 'jaro-winkler', atLeast })
const edits = (atMost: number): Level => ({ is: 'damerau-levenshtein', atMost })

const name: KindComparison = {
  levels: [
    exact,
    { is: 'swapped' },
    { is: 'same-sound' },
    jaroWinkler(0.92),
    { is: 'words-within' },
    { is: 'initials' },
    jaroWinkler(0.88),
    edits(2),
  ],
  expected: [0.78, 0.02, 0.04, 0.05, 0.03, 0.01, 0.02, 0.02, 0.03],
  strangers: [0.008, 2e-4, 3e-4, 0.001, 0.001, 5e-4, 0.001, 0.004],
  termFrequency: true,
}

/** Levels, expected shares and use of frequencies by kind of column. */
export const kindComparisons: Readonly<Record<ColumnKind, KindComparison>> = {
  'given-name': name,
  'middle-name': name,
  'family-name': {
    levels: [exact, { is: 'swapped' }, { is: 'same-words' }, ...name.levels.slice(2)],
    expected: [0.76, 0.02, 0.02, ...name.expected.slice(2)],
    strangers: [0.008, 2e-4, 2e-5, ...name.strangers.slice(2)],
    termFrequency: true,
  },
  'second-family-name': name,
  'full-name': {
    levels: [
      exact,
      { is: 'same-words' },
      { is: 'same-sound' },
      { is: 'jaro-winkler-words', atLeast: 0.95 },
      { is: 'words-within' },
      { is: 'cut-off' },
      jaroWinkler(0.92),
      { is: 'jaro-winkler-words', atLeast: 0.88 },
      { is: 'initials' },
      { is: 'last-word' },
      { is: 'first-word' },
    ],
    expected: [0.61, 0.04, 0.04, 0.08, 0.06, 0.01, 0.05, 0.03, 0.02, 0.02, 0.02, 0.02],
    strangers: [5e-5, 3e-5, 1e-5, 1e-4, 2e-4, 2e-5, 2e-4, 6e-4, 2e-5, 0.004, 0.008],
    termFrequency: true,
  },
  date: {
    levels: [
      exact,
      { is: 'day-month-swapped' },
      edits(1),
      { is: 'two-parts' },
      { is: 'same-year' },
    ],
    expected: [0.85, 0.02, 0.06, 0.03, 0.02, 0.02],
    strangers: [5e-5, 3e-5, 0.001, 0.003, 0.012],
    termFrequency: false,
  },
  year: {
    levels: [exact, { is: 'within', difference: 1 }, edits(1)],
    expected: [0.9, 0.04, 0.03, 0.03],
    strangers: [0.015, 0.03, 0.1],
    termFrequency: false,
  },
  document: {
    levels: [exact, edits(1), edits(2)],
    expected: [0.86, 0.07, 0.02, 0.05],
    strangers: [1e-5, 3e-5, 3e-4],
    termFrequency: true,
  },
  email: {
    levels: [exact, { is: 'same-local-part' }, jaroWinkler(0.95), jaroWinkler(0.88)],
    expected: [0.7, 0.06, 0.1, 0.04, 0.1],
    strangers: [1e-5, 1e-5, 1e-5, 0.001],
    termFrequency: true,
  },
  phone: {
    levels: [exact, { is: 'same-end', length: 7 }, edits(1), edits(2)],
    expected: [0.75, 0.05, 0.06, 0.02, 0.12],
    strangers: [1e-5, 1e-5, 3e-5, 3e-4],
    termFrequency: true,
  },
  address: {
    levels: [
      exact,
      { is: 'same-words' },
      jaroWinkler(0.92),
      { is: 'words-within' },
      jaroWinkler(0.85),
    ],
    expected: [0.7, 0.04, 0.09, 0.05, 0.03, 0.09],
    strangers: [2e-4, 1e-5, 2e-4, 1e-4, 0.0015],
    termFrequency: true,
  },
  'house-number': {
    levels: [exact, edits(1)],
    expected: [0.8, 0.08, 0.12],
    strangers: [0.01, 0.05],
    termFrequency: true,
  },
  place: {
    levels: [exact, jaroWinkler(0.92), { is: 'words-within' }, jaroWinkler(0.85)],
    expected: [0.83, 0.06, 0.02, 0.02, 0.07],
    strangers: [0.04, 0.003, 5e-4, 0.003],
    termFrequency: true,
  },
  postcode: {
    levels: [exact, edits(1), { is: 'same-start', length: 3 }],
    expected: [0.82, 0.06, 0.04, 0.08],
    strangers: [0.001, 5e-4, 0.01],
    termFrequency: true,
  },
  sex: { levels: [exact], expected: [0.97, 0.03], strangers: [0.5], termFrequency: false },
  category: {
    levels: [exact, jaroWinkler(0.92)],
    expected: [0.85, 0.05, 0.1],
    strangers: [0.06, 0.003],
    termFrequency: true,
  },
  age: {
    levels: [exact, { is: 'within', difference: 1 }, { is: 'within', difference: 3 }],
    expected: [0.75, 0.15, 0.05, 0.05],
    strangers: [0.015, 0.03, 0.06],
    termFrequency: false,
  },
  text: {
    levels: [exact, jaroWinkler(0.92), jaroWinkler(0.85)],
    expected: [0.75, 0.07, 0.05, 0.13],
    strangers: [0.02, 0.003, 0.01],
    termFrequency: true,
  },
}
