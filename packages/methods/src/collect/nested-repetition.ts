/**
 * Whether a pattern repeats, without an end, something that can itself be read in several ways: an
 * open repetition inside an open repetition, or alternatives that may begin alike inside one. Of these
 * a backtracking engine may try exponentially many before it gives a text up; RE2 does not, but forms
 * and the look at the first records run in JavaScript.
 *
 * @see M. Sipser, "Introduction to the Theory of Computation" on ambiguity; OWASP, "Regular expression
 *   denial of service"
 * @example hasNestedRepetition('(a+)+b') // => true
 * @example hasNestedRepetition('(?:[a-z]+ )?[a-z]+') // => false
 */
export function hasNestedRepetition(pattern: string): boolean {
  const open: Group[] = [newGroup()]
  const closed: { group: Group; end: number }[] = []
  let inClass = false
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at)
    const group = open.at(-1)!
    if (character === '\\') {
      group.begin(inClass ? '' : pattern.slice(at, at + 2))
      at += 1
    } else if (inClass) {
      if (character === ']') inClass = false
    } else if (character === '[') {
      group.begin('[')
      inClass = true
    } else if (character === '(') {
      group.begin('(')
      open.push(newGroup())
      if (pattern.startsWith('?:', at + 1)) at += 2
    } else if (character === ')') {
      closed.push({ group: open.pop() ?? group, end: at })
      if (open.length === 0) return false
    } else if (character === '|') group.part()
    else if (isOpenEnded(pattern, at)) {
      const ended = closed.find(({ end }) => end === at - 1)
      if (ended?.group.isAmbiguous()) return true
      for (const each of open) each.repeats = true
    } else group.begin(character)
    const ended = closed.at(-1)
    if (ended?.end === at && ended.group.repeats) group.repeats = true
  }
  return false
}

interface Group {
  repeats: boolean
  /** Notes what the present alternative begins with. */
  begin(sign: string): void
  /** The next alternative starts. */
  part(): void
  isAmbiguous(): boolean
}

function newGroup(): Group {
  const starts: string[] = []
  let isFresh = true
  return {
    repeats: false,
    begin(sign) {
      if (isFresh) starts.push(sign)
      isFresh = false
    },
    part() {
      if (isFresh) starts.push('')
      isFresh = true
    },
    isAmbiguous() {
      if (this.repeats) return true
      // Alternatives that begin with different letters can never be mistaken for each other.
      const isPlain = starts.every((each) => /^[\p{L}\p{N}]$/u.test(each))
      return starts.length > 1 && !(isPlain && new Set(starts).size === starts.length)
    },
  }
}

/** Whether a repetition without an upper end stands here: `*`, `+`, `{2,}`. */
function isOpenEnded(pattern: string, at: number): boolean {
  return /^(?:[*+]|\{\d+,\})/.test(pattern.slice(at, at + 8))
}
