import type { z } from 'zod'
import type { Refusal } from '../../vocabulary/index.ts'
import { profileRefusals } from './profile-refusals.ts'

type Issue = z.core.$ZodIssue

/** Forms that the schema asks for by a regular expression, as people would write them. */
const forms: Readonly<Record<string, string>> = {
  'a date as YYYY-MM-DD': 'YYYY-MM-DD',
  'lower-case words joined by hyphens': 'words-joined-by-hyphens',
}

/**
 * The refusal for the first thing that is wrong with the shape of a profile's JSON: where it is,
 * and what is expected there.
 */
export function shapeRefusal(issue: Issue, json: unknown): Refusal {
  const deepest = deepestIssue(issue)
  const place = placeOf(deepest.path)
  switch (deepest.code) {
    case 'invalid_type':
      return valueAt(json, deepest.path) === undefined
        ? profileRefusals.refuse('profile-part-missing', { place })
        : expected(deepest.expected, place)
    case 'unrecognized_keys':
      return profileRefusals.refuse('profile-part-unknown', {
        place,
        names: deepest.keys.join(', '),
      })
    case 'invalid_value':
      return profileRefusals.refuse('profile-expects-one-of', {
        place,
        expected: deepest.values.map(String).join(' '),
      })
    case 'invalid_format':
      return profileRefusals.refuse('profile-expects-form', {
        place,
        expected: forms[deepest.message] ?? deepest.message,
      })
    case 'too_small':
    case 'too_big':
      return outOfRange(deepest, place)
    default:
      return expected('object', place)
  }
}

function expected(type: string, place: string): Refusal {
  switch (type) {
    case 'string':
      return profileRefusals.refuse('profile-expects-text', { place })
    case 'number':
      return profileRefusals.refuse('profile-expects-number', { place })
    case 'int':
      return profileRefusals.refuse('profile-expects-whole-number', {
        place,
        expected: '1, 2, 3 …',
      })
    case 'boolean':
      return profileRefusals.refuse('profile-expects-yes-or-no', { place })
    case 'array':
      return profileRefusals.refuse('profile-expects-list', { place })
    default:
      return profileRefusals.refuse('profile-expects-object', { place })
  }
}

function outOfRange(
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>,
  place: string,
): Refusal {
  if (issue.origin === 'array') return profileRefusals.refuse('profile-expects-list', { place })
  const limit = issue.code === 'too_small' ? `≥ ${issue.minimum}` : `≤ ${issue.maximum}`
  if (issue.origin === 'string') {
    return profileRefusals.refuse('profile-expects-form', { place, expected: `… (${limit})` })
  }
  return profileRefusals.refuse('profile-expects-whole-number', { place, expected: limit })
}

/** Of the alternatives of a union, the one that got furthest says most. */
function deepestIssue(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue
  const inner = issue.errors
    .flat()
    .map((each) => deepestIssue({ ...each, path: [...issue.path, ...each.path] }))
  const furthest = inner.toSorted((a, b) => b.path.length - a.path.length)[0]
  return furthest ?? issue
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    json,
  )
}

/**
 * A place in the JSON, as people write it.
 *
 * @example placeOf(['fields', 'sex', 'codes', 0, 'from']) // => 'fields.sex.codes[0].from'
 */
export function placeOf(path: readonly PropertyKey[]): string {
  const place = path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
  return place === '' ? '{ … }' : place.replace(/^\./, '')
}
