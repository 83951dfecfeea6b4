import { isInForce } from '../code-in-force.ts'
import { specialCodes, type Code, type CodeList } from '../code-list.ts'
import { specialCodeTexts } from '../find-code.ts'
import { languages } from '../language.ts'
import { spellingKey } from '../spelling.ts'
import { openingOf, ownCodes } from './open-lists.ts'
import { childrenAfter, codeOfOwn, type OwnCode, type OwnCodeFault } from './own-code.ts'

/** Letters, digits, `_`, `-`, `@`, `$`, as SDMX writes codes; an `_` in front is of the standard. */
const wellFormed = /^[A-Za-z0-9][A-Za-z0-9_@$-]{0,59}$/

/** Looks a code list of a node up by id, its own codes among those of the platform. */
export type FindNodeList = (id: string) => CodeList | undefined

/** Codes that are added to lists one after another, each seeing those before it. */
export interface CodeAddition {
  /** What speaks against adding a code; undefined where nothing does. */
  findFault(own: OwnCode): OwnCodeFault | undefined
  /** Adds a code that nothing speaks against. */
  add(own: OwnCode): void
}

/**
 * What speaks against adding a code to a list; undefined where nothing does. A code is never given a
 * second meaning, nor a name that another code of the same place bears: a text must mean one code. Only
 * the other spellings of the code that it counts as may become its own.
 *
 * @param find the lists with the own codes that are there already
 */
export function findFaultOfCode(own: OwnCode, find: FindNodeList): OwnCodeFault | undefined {
  return codeAddition(find).findFault(own)
}

/** Many codes, judged as {@link findFaultOfCode} judges one, in time that grows with their number. */
export function codeAddition(find: FindNodeList): CodeAddition {
  const known = new Map<string, KnownCodes | undefined>()
  const codesOf = (id: string) => {
    if (!known.has(id)) {
      const list = find(id)
      known.set(id, list === undefined ? undefined : knownCodes(list))
    }
    return known.get(id)
  }
  return {
    findFault: (own) => findFault(own, codesOf),
    add: (own) => {
      const beside = codesOf(own.list)
      if (beside !== undefined) remember(beside, codeOfOwn(own, beside.list))
    },
  }
}

/** The codes of a list by what they are found by. */
interface KnownCodes {
  readonly list: CodeList
  readonly byCode: Map<string, Code>
  /** By the code in small letters: capitals tell no two codes apart. */
  readonly byLetters: Map<string, Code>
  readonly bySpelling: Map<string, Code[]>
}

function knownCodes(list: CodeList): KnownCodes {
  const known = { list, byCode: new Map(), byLetters: new Map(), bySpelling: new Map() }
  for (const code of list.codes) remember(known, code)
  return known
}

function remember({ byCode, byLetters, bySpelling }: KnownCodes, code: Code): void {
  const letters = code.code.toLowerCase()
  if (!byCode.has(code.code)) byCode.set(code.code, code)
  if (!byLetters.has(letters)) byLetters.set(letters, code)
  for (const key of new Set(spellingsOf(code))) {
    const bearers = bySpelling.get(key)
    if (bearers === undefined) bySpelling.set(key, [code])
    else bearers.push(code)
  }
}

type FindKnown = (id: string) => KnownCodes | undefined

function findFault(own: OwnCode, find: FindKnown): OwnCodeFault | undefined {
  const { list: id, code, validFrom, validTo } = own
  const beside = find(id)
  if (beside === undefined) return { kind: 'list-unknown', list: id }
  const opening = openingOf(id)
  if (opening === undefined) return { kind: 'list-closed', list: id }
  if (!wellFormed.test(code)) return { kind: 'code-malformed', code }
  const days = [validFrom, ...(validTo === undefined ? [] : [validTo])]
  const noDay = days.find((day) => !isDay(day))
  if (noDay !== undefined) return { kind: 'day-wrong', day: noDay }
  if (validTo !== undefined && validTo < validFrom) {
    return { kind: 'end-before-start', from: validFrom, until: validTo }
  }
  const same = beside.byLetters.get(code.toLowerCase())
  if (same !== undefined) return faultOfSame(own, same)
  const nameless = languages.find((language) => own.label[language].trim() === '')
  if (nameless !== undefined) return { kind: 'name-missing', language: nameless }
  return opening === 'parent'
    ? (faultOfParent(own, beside, find) ??
        faultOfStandard(own, beside, false) ??
        faultOfName(own, beside))
    : (faultOfStandard(own, beside, true) ?? faultOfName(own, beside))
}

/** A code of the platform is not defined anew; one of the node has one meaning and one span of days. */
function faultOfSame(
  { code, validFrom, validTo = '9999-12-31' }: OwnCode,
  same: Code,
): OwnCodeFault {
  if (same.standing !== 'own') return { kind: 'standard-redefined', code: same.code }
  const from = same.validFrom ?? ''
  const until = same.validTo ?? '9999-12-31'
  const overlaps = validFrom <= until && from <= validTo
  return { kind: overlaps ? 'code-exists' : 'code-ended', code, from, until: same.validTo ?? '' }
}

function faultOfParent(
  { parent = '', validFrom }: OwnCode,
  { list }: KnownCodes,
  find: FindKnown,
): OwnCodeFault | undefined {
  const above = list.parentList ?? list.id
  if (parent === '') return { kind: 'parent-missing', list: above }
  const found = find(above)?.byCode.get(parent)
  if (found === undefined) return { kind: 'parent-unknown', code: parent, list: above }
  return isInForce(found, validFrom)
    ? undefined
    : { kind: 'parent-not-in-force', code: parent, list: above }
}

function faultOfStandard(
  { standard = '' }: OwnCode,
  { list, byCode }: KnownCodes,
  isNeeded: boolean,
): OwnCodeFault | undefined {
  if (standard === '') return isNeeded ? { kind: 'standard-missing', list: list.id } : undefined
  if (standard === specialCodes.other) return undefined
  const found = byCode.get(standard)
  return found === undefined || found.standing === 'own' || standard.startsWith('_')
    ? { kind: 'standard-unknown', code: standard, list: list.id }
    : undefined
}

/** A name that two codes of one place bear means neither of them. */
function faultOfName(own: OwnCode, { bySpelling }: KnownCodes): OwnCodeFault | undefined {
  for (const name of [own.code, ...Object.values(own.label), ...(own.aliases ?? [])]) {
    const key = spellingKey(name)
    const bearers = [
      ...(bySpelling.get(key) ?? []).filter(
        ({ parent }) => own.parent === undefined || parent === own.parent,
      ),
      ...specialCodeTexts.filter((each) => spellingsOf(each).includes(key)),
    ]
    const taken = bearers.find((each) => !mayTake(own, each, key))
    if (taken !== undefined) {
      return { kind: 'name-taken', name, code: taken.code, label: taken.label }
    }
  }
  return undefined
}

/** A code may take a name that the one it counts as bears beside its own: a file then means the finer one. */
function mayTake({ standard }: OwnCode, { code, label }: Code, key: string): boolean {
  return (
    code === standard && [code, ...Object.values(label)].every((each) => spellingKey(each) !== key)
  )
}

const spellings = new WeakMap<Code, readonly string[]>()

/** Every way of writing a code, as spellings are compared. */
function spellingsOf(code: Code): readonly string[] {
  const found =
    spellings.get(code) ??
    [code.code, ...Object.values(code.label), ...(code.aliases ?? [])].map(spellingKey)
  spellings.set(code, found)
  return found
}

/** The end of a code: its last day, and the code that takes its place where one does. */
export interface OwnCodeEnd {
  readonly list: string
  readonly code: string
  /** Last day on which it is in force, ISO date. */
  readonly on: string
  readonly replacedBy?: string | undefined
}

/**
 * What speaks against ending a code; undefined where nothing does. Whether records bear it after that
 * day is for the caller to see.
 *
 * @param lists every list of the node, for codes that lie in this one
 */
export function findFaultOfEnd(
  { list: id, code, on, replacedBy }: OwnCodeEnd,
  find: FindNodeList,
  lists: readonly CodeList[],
): OwnCodeFault | undefined {
  const list = find(id)
  if (list === undefined) return { kind: 'list-unknown', list: id }
  const own = ownCodes(list).get(code)
  if (own === undefined) {
    const isStandard = list.codes.some((each) => each.code === code)
    return isStandard
      ? { kind: 'standard-redefined', code }
      : { kind: 'code-unknown', code, list: id }
  }
  if (!isDay(on)) return { kind: 'day-wrong', day: on }
  const from = own.validFrom ?? ''
  if (own.validTo !== undefined) return { kind: 'code-ended', code, from, until: own.validTo }
  if (on < from) return { kind: 'end-before-start', from, until: on }
  if (replacedBy !== undefined) {
    const heir = list.codes.find((each) => each.code === replacedBy)
    const stands = heir !== undefined && (heir.validTo ?? '9999') > on
    if (!stands || replacedBy === code) return { kind: 'replacement-unfit', code, by: replacedBy }
  }
  const children = lists
    .filter(({ parentList }) => parentList === id)
    .flatMap((each) => childrenAfter(each, code, on))
  return children.length === 0
    ? undefined
    : { kind: 'has-children', code, children: children.join(', ') }
}

/** Whether a text is a day of the calendar, as ISO writes it. */
function isDay(text: string): boolean {
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}
