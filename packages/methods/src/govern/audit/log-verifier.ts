import { utf8ToBytes } from '@noble/hashes/utils.js'
import { type Checkpoint, readCheckpoint } from './checkpoint.ts'
import { Frontier } from './frontier.ts'
import { groupRootOf, splitHashes } from './group-proofs.ts'
import type { LogFinding, LogFindingKind } from './log-finding.ts'
import { inclusionSpans } from './proof.ts'
import { readNote, type Verifier, verifyNote, type VerifySignature } from './signed-note.ts'
import { type Hash, hashLeaf, rootOf, sameHash } from './tree-hash.ts'

/** An entry as it is found. */
export interface FoundEntry {
  readonly index: number
  /** The text of the entry. */
  readonly entry: string
  /** Its path to the root of the entries written together, hashes from the leaf up. */
  readonly path: Uint8Array
  /** Whether its seal broke: whoever holds the node's key can tell, and says so in an export. */
  readonly sealBroken?: boolean
}

/** Entries that were written together, with the note that was signed then. */
export interface FoundGroup {
  readonly first: number
  readonly note: string
  readonly entries: readonly FoundEntry[]
}

/**
 * Checks a log from its first entry to its last, group by group, in little memory, and names what is
 * wrong.
 *
 * Each group was signed as it was written: the root over the group's own entries and the root over
 * the whole log up to there. An entry whose path does not lead to the signed root of its group is not
 * what was written; its neighbours' paths still do, so the entry is named. The roots over the whole
 * show that nothing was taken out or moved, and that it is one log from the beginning.
 *
 * @see RFC 9162 (2021), section 2.1; C2SP tlog-checkpoint v1.0.0
 */
export class LogVerifier {
  readonly findings: LogFinding[] = []
  readonly #log: Verifier
  readonly #verify: VerifySignature
  readonly #known: Checkpoint[]
  /** Undefined once a leaf is not known any more: roots over the whole cannot be checked from there. */
  #frontier: Frontier | undefined = new Frontier()
  #size = 0

  /**
   * @param log the key that the log signs with, known from elsewhere
   * @param known checkpoints that are trusted already: seen before, or cosigned by another node
   */
  constructor(log: Verifier, verify: VerifySignature, known: readonly Checkpoint[] = []) {
    this.#log = log
    this.#verify = verify
    this.#known = [...known].sort((one, other) => one.size - other.size)
    this.#checkKnown()
  }

  /** Entries checked so far. */
  get size(): number {
    return this.#size
  }

  /** The root over what was checked; undefined where it cannot be known. */
  root(): Hash | undefined {
    return this.#frontier?.root()
  }

  /** Checks the next group. */
  add(group: FoundGroup): void {
    const last = Math.max(group.first, ...group.entries.map(({ index }) => index))
    const signed = this.#readSigned(group)
    if (signed === undefined) {
      this.#report('signature-bad', group.first, last)
      this.#addUnsigned(group, last)
      return
    }
    if (group.first > this.#size) this.#skip(group.first)
    if (group.first < this.#size) {
      this.#report('entries-added', group.first, last)
      return
    }
    const leaves = this.#checkEntries(group, signed)
    for (const leaf of leaves) this.#addLeaf(leaf)
    const root = this.#frontier?.root()
    if (root !== undefined && !sameHash(root, signed.root)) {
      this.#report('root-differs', group.first, this.#size - 1)
      this.#frontier = undefined
    }
  }

  /** To be called after the last group: what is known from before must have been met. */
  finish(): readonly LogFinding[] {
    const ahead = this.#known.at(-1)
    if (ahead !== undefined && ahead.size > this.#size) {
      this.#report('checkpoint-ahead', this.#size, ahead.size - 1)
    }
    return this.findings
  }

  #readSigned(group: FoundGroup) {
    const note = readNote(group.note)
    if (note === undefined) return undefined
    const good = verifyNote(note, [this.#log], this.#verify)
    const checkpoint = readCheckpoint(note.text)
    if (!good?.length || checkpoint?.group === undefined) return undefined
    if (checkpoint.origin !== this.#log.name) return undefined
    if (checkpoint.group.first !== group.first || checkpoint.size <= group.first) return undefined
    return { size: checkpoint.size, root: checkpoint.root, groupRoot: checkpoint.group.root }
  }

  /** Reports what is wrong with the entries of a group; returns their true leaf hashes where known. */
  #checkEntries(
    group: FoundGroup,
    { size, groupRoot }: { size: number; groupRoot: Hash },
  ): (Hash | undefined)[] {
    const count = size - group.first
    const found = new Map<number, FoundEntry>()
    for (const entry of group.entries) {
      const stray = entry.index < group.first || entry.index >= size
      if (stray || found.has(entry.index)) {
        this.#report('entries-added', entry.index, entry.index)
      } else found.set(entry.index, entry)
    }
    const hashes = Array.from({ length: count }, (_, place) => {
      const entry = found.get(group.first + place)
      return entry === undefined ? undefined : hashLeaf(utf8ToBytes(entry.entry))
    })
    if (hashes.every((hash) => hash !== undefined) && sameHash(rootOf(hashes), groupRoot)) {
      return hashes
    }
    return this.#nameAltered(group.first, count, found, hashes, groupRoot)
  }

  #nameAltered(
    first: number,
    count: number,
    found: ReadonlyMap<number, FoundEntry>,
    hashes: readonly (Hash | undefined)[],
    groupRoot: Hash,
  ): (Hash | undefined)[] {
    const good = hashes.map((hash, place) => {
      const path = found.get(first + place)?.path
      if (hash === undefined || path === undefined) return false
      const root = groupRootOf(hash, place, count, path)
      return root !== undefined && sameHash(root, groupRoot)
    })
    const missing = hashes.map((hash) => hash === undefined)
    const broken = hashes.map((_, place) => found.get(first + place)?.sealBroken === true)
    this.#reportRuns('entries-missing', first, missing)
    const suspects = good.map((is, place) => !is && !missing[place])
    // where no path leads to the root, the seals are what tells the entries apart
    const named = suspects.map((is, place) => is && broken[place]!)
    const told = named.some(Boolean) ? named : suspects
    const certain = good.some(Boolean) || named.some(Boolean) || count === 1
    if (certain) {
      told.forEach((is, place) => {
        if (is) this.#report('entry-altered', first + place, first + place)
      })
    } else this.#reportRuns('entries-altered', first, told)
    const siblings = siblingLeaves(count, found, first, good)
    return hashes.map((hash, place) => (good[place] ? hash : siblings.get(place)))
  }

  /** Entries whose signed record is not good still take their places, so that later ones are checked. */
  #addUnsigned(group: FoundGroup, last: number): void {
    if (group.first !== this.#size) return
    for (let index = group.first; index <= last; index += 1) this.#addLeaf(undefined)
  }

  #skip(until: number): void {
    this.#report('entries-missing', this.#size, until - 1)
    while (this.#size < until) this.#addLeaf(undefined)
  }

  #addLeaf(leaf: Hash | undefined): void {
    if (leaf === undefined) this.#frontier = undefined
    else this.#frontier?.add(leaf)
    this.#size += 1
    this.#checkKnown()
  }

  #checkKnown(): void {
    while (this.#known[0] !== undefined && this.#known[0].size <= this.#size) {
      const [known] = this.#known.splice(0, 1)
      const root = this.#frontier?.root()
      if (root !== undefined && !sameHash(root, known!.root)) {
        this.#report('checkpoint-differs', 0, known!.size - 1)
      }
    }
  }

  #reportRuns(kind: LogFindingKind, first: number, marks: readonly boolean[]): void {
    for (let start = 0; start < marks.length; start += 1) {
      if (!marks[start]) continue
      let end = start
      while (marks[end + 1]) end += 1
      this.#report(kind, first + start, first + end)
      start = end
    }
  }

  #report(kind: LogFindingKind, first: number, last: number): void {
    this.findings.push({ kind, first, last })
  }
}

/** Leaf hashes that stand in the good paths of neighbours. */
function siblingLeaves(
  count: number,
  found: ReadonlyMap<number, FoundEntry>,
  first: number,
  good: readonly boolean[],
): Map<number, Hash> {
  const leaves = new Map<number, Hash>()
  good.forEach((is, place) => {
    if (!is) return
    const hashes = splitHashes(found.get(first + place)!.path)!
    inclusionSpans(place, count).forEach(({ start, end }, step) => {
      if (end - start === 1) leaves.set(start, hashes[step]!)
    })
  })
  return leaves
}
