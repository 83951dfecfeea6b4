import { findCode, listSpellings, type CodeList } from '../../vocabulary/index.ts'
import type { SampledColumn } from './sampled-column.ts'
import { letterPairs, pairSimilarity, type LetterPairs } from './similarity.ts'

/** What is proposed for one code of a source. */
export interface CodeSuggestion {
  readonly from: string
  /** Undefined where nothing in the list is alike: for a person to say. */
  readonly to: string | undefined
  /** From 0 to 1: 1 where the list itself knows the text. */
  readonly confidence: number
  readonly count: number
}

/** Below this, a likeness is an accident. */
const leastSimilarity = 0.6
/** Different codes of a column that are looked at. */
const mostCodes = 400

/** Letters that stand for a code where the list is this one. */
const letters: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  direction: { e: 'arrival', s: 'departure', ent: 'arrival', sal: 'departure', i: 'arrival' },
  sex: { h: 'M', v: 'M' },
  mode: { a: 'air', t: 'land', m: 'sea', f: 'river' },
}

/**
 * A code for every text of a column: by the list itself, by usual letters, else by likeness.
 *
 * @param within Parent whose codes a name means first, as for `findCode`.
 */
export function suggestCodes(
  column: SampledColumn,
  list: CodeList,
  within?: string,
): readonly CodeSuggestion[] {
  return column.values.slice(0, mostCodes).map(({ text, count }) => {
    const known = knownCode(text, list, within)
    if (known) return { from: text, ...known, count }
    const alike = mostAlike(text, list)
    return alike
      ? { from: text, to: alike.code, confidence: alike.likeness * 0.9, count }
      : { from: text, to: undefined, confidence: 0, count }
  })
}

/** Texts looked at to see whether a column holds codes of a list. */
const mostScored = 60

/**
 * Share of a column's filled cells, among its most frequent texts, whose code the list knows or
 * usual letters tell, from 0 to 1.
 */
export function codedShare(column: SampledColumn, list: CodeList, within?: string): number {
  let all = 0
  let sure = 0
  for (const { text, count } of column.values.slice(0, mostScored)) {
    all += count
    sure += count * (knownCode(text, list, within)?.confidence ?? 0)
  }
  return all === 0 ? 0 : sure / all
}

function knownCode(
  text: string,
  list: CodeList,
  within: string | undefined,
): { readonly to: string; readonly confidence: number } | undefined {
  const known = findCode(list, text, within)
  if (known) return { to: known.code, confidence: 1 }
  const usual = letters[list.id]?.[text.toLowerCase()]
  return usual === undefined ? undefined : { to: usual, confidence: 0.8 }
}

/** Spellings of a list ready to be compared, made once. */
const spellingsOf = new WeakMap<
  CodeList,
  readonly { readonly name: LetterPairs; readonly code: string }[]
>()

function mostAlike(
  text: string,
  list: CodeList,
): { readonly code: string; readonly likeness: number } | undefined {
  const wanted = letterPairs(text)
  // Two letters are like too much.
  if (wanted.key.length < 3) return undefined
  const spellings =
    spellingsOf.get(list) ??
    listSpellings(list)
      .filter(([spelling]) => spelling.length > 2)
      .map(([spelling, code]) => ({ name: letterPairs(spelling), code }))
  spellingsOf.set(list, spellings)
  let best: { code: string; likeness: number } | undefined
  for (const { name, code } of spellings) {
    // Names of very different length cannot be alike.
    const shorter = Math.min(name.pairs.length, wanted.pairs.length)
    const all = name.pairs.length + wanted.pairs.length
    if ((2 * shorter) / all <= (best?.likeness ?? leastSimilarity)) continue
    const likeness = pairSimilarity(wanted, name)
    if (likeness > (best?.likeness ?? leastSimilarity)) best = { code, likeness }
  }
  return best
}
