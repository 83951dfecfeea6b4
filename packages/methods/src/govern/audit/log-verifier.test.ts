import { generateKeyPairSync, sign, verify, createPublicKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  type Checkpoint,
  type FoundGroup,
  Frontier,
  hashLeaf,
  LogVerifier,
  proveGroup,
  readCheckpoint,
  readEntry,
  readNote,
  readVerifier,
  stampSignature,
  type Verifier,
  verifyNote,
  type VerifySignature,
  messageOf,
  writeCheckpoint,
  writeEntry,
  writeNote,
  writeSignature,
  writeVerifier,
} from '../index.ts'

const prefix = Buffer.from('302a300506032b6570032100', 'hex')
const verifySignature: VerifySignature = (key, message, signature) =>
  verify(
    null,
    message,
    createPublicKey({ key: Buffer.concat([prefix, key]), format: 'der', type: 'spki' }),
    signature,
  )

function newSigner(name: string, type: Verifier['type'] = 'log') {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(prefix.length)
  const verifier: Verifier = { name, type, publicKey: Uint8Array.from(raw) }
  return {
    verifier,
    sign: (text: string, timestamp = 0) => {
      const signature = sign(null, messageOf(type, text, timestamp), privateKey)
      return writeSignature(
        verifier,
        type === 'log' ? signature : stampSignature(timestamp, signature),
      )
    },
  }
}

const log = newSigner('caudal/test')

/** A log of groups of the given sizes, as a node writes it. */
function writeLog(sizes: readonly number[], signer = log): FoundGroup[] {
  const frontier = new Frontier()
  return sizes.map((count) => {
    const first = frontier.size
    const entries = Array.from({ length: count }, (_, place) => `entry ${first + place}`)
    const leaves = entries.map((entry) => hashLeaf(Buffer.from(entry)))
    const { root, paths } = proveGroup(leaves)
    for (const leaf of leaves) frontier.add(leaf)
    const text = writeCheckpoint({
      origin: 'caudal/test',
      size: frontier.size,
      root: frontier.root(),
      group: { first, root },
    })
    return {
      first,
      note: writeNote(text, [signer.sign(text)]),
      entries: entries.map((entry, place) => ({
        index: first + place,
        entry,
        path: paths[place]!,
      })),
    }
  })
}

function check(groups: readonly FoundGroup[], known: readonly Checkpoint[] = []) {
  const verifier = new LogVerifier(log.verifier, verifySignature, known)
  for (const group of groups) verifier.add(group)
  return verifier.finish().map(({ kind, first, last }) => `${kind} ${first}-${last}`)
}

const sizes = [1, 5, 64, 1, 7]
const checkpointOf = (group: FoundGroup) => readCheckpoint(readNote(group.note)!.text)!

/** The log with one entry changed, as it stands in a table. */
function withEntry(groups: FoundGroup[], index: number, change: object): FoundGroup[] {
  return groups.map((group) => ({
    ...group,
    entries: group.entries.map((entry) =>
      entry.index === index ? { ...entry, ...change } : entry,
    ),
  }))
}

describe('A log', () => {
  it('that nobody has touched has nothing wrong with it', () => {
    const groups = writeLog(sizes)
    expect(check(groups)).toEqual([])
    expect(check(groups, groups.map(checkpointOf))).toEqual([])
    expect(check([])).toEqual([])
  })

  it('names the entry that was altered, wherever it stands', () => {
    const groups = writeLog(sizes)
    for (const index of [0, 3, 5, 6, 40, 69, 70, 71, 77]) {
      expect(check(withEntry(groups, index, { entry: 'altered' }))).toEqual([
        `entry-altered ${index}-${index}`,
      ])
    }
  })

  it('names several altered entries of a group, and of several groups', () => {
    const groups = withEntry(
      withEntry(withEntry(writeLog(sizes), 10, { entry: 'x' }), 11, { entry: 'y' }),
      73,
      { entry: 'z' },
    )
    expect(check(groups)).toEqual([
      'entry-altered 10-10',
      'entry-altered 11-11',
      'entry-altered 73-73',
    ])
  })

  it('names the entry although all hashes of the log were computed anew, but for the signatures', () => {
    const honest = writeLog(sizes)
    const forged = writeLog(sizes, newSigner('caudal/test'))
    // the owner of the database rewrites entry 20 and every hash after it, and keeps the notes
    const rewritten = honest.map((group) => {
      const entries = group.entries.map(({ entry, index }) => (index === 20 ? 'altered' : entry))
      const { paths } = proveGroup(entries.map((entry) => hashLeaf(Buffer.from(entry))))
      return {
        ...group,
        entries: entries.map((entry, place) => ({
          index: group.first + place,
          entry,
          path: paths[place]!,
          // the seals need the node's key, so the owner could not make that of entry 20
          ...(group.first + place === 20 ? { sealBroken: true } : {}),
        })),
      }
    })
    expect(check(rewritten)).toEqual(['entry-altered 20-20'])
    // without the seals the group is named
    const unsealed = rewritten.map((group) => ({
      ...group,
      entries: group.entries.map(({ index, entry, path }) => ({ index, entry, path })),
    }))
    expect(check(unsealed)).toEqual(['entries-altered 6-69'])
    // and with notes signed by another key nothing passes
    expect(check(forged)).toContain('signature-bad 6-69')
  })

  it('misses entries that were taken out, and tells those that were added', () => {
    const groups = writeLog(sizes)
    const without = groups.map((group) => ({
      ...group,
      entries: group.entries.filter(({ index }) => index !== 12 && index !== 13),
    }))
    expect(check(without)).toContain('entries-missing 12-13')
    expect(check(groups.filter(({ first }) => first !== 6))).toEqual(['entries-missing 6-69'])
    const twice = groups.map((group) => ({
      ...group,
      entries: [...group.entries, ...group.entries.slice(0, 1)],
    }))
    expect(check(twice)).toContain('entries-added 6-6')
    expect(check([...groups, groups[1]!])).toEqual(['entries-added 1-5'])
  })

  it('names both of two entries that changed places', () => {
    const groups = withEntry(withEntry(writeLog(sizes), 30, { entry: 'entry 31' }), 31, {
      entry: 'entry 30',
    })
    expect(check(groups)).toEqual(['entry-altered 30-30', 'entry-altered 31-31'])
  })

  it('that was cut short or forked is told by a checkpoint kept elsewhere', () => {
    const groups = writeLog(sizes)
    const known = [checkpointOf(groups.at(-1)!)]
    expect(check(groups.slice(0, -1), known)).toEqual(['checkpoint-ahead 71-77'])
    const forked = writeLog([1, 5, 64, 1, 6, 1])
    expect(check(forked, known)).toEqual([])
    const other = [{ ...known[0]!, root: hashLeaf(Buffer.from('another')) }]
    expect(check(groups, other)).toEqual(['checkpoint-differs 0-77'])
  })

  it('signed by another key, or of another name, is told', () => {
    const groups = writeLog([2], newSigner('caudal/test'))
    expect(check(groups)).toEqual(['signature-bad 0-1'])
  })
})

describe('A signed note', () => {
  const text = 'caudal/test\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'

  it('of the published example has the key id and the form that it says', () => {
    // C2SP tlog-cosignature, example of a checkpoint with a cosignature
    const note = readNote(`example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`)
    expect(note?.signatures.map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['example.com/behind-the-sofa', 64],
      ['witness.example.com/w1', 72],
    ])
    expect(readCheckpoint(note!.text)).toMatchObject({ size: 20852163 })
    // the Go checksum database publishes its key with its id
    const line = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8'
    expect(writeVerifier(readVerifier(line)!)).toBe(line)
  })

  it('is good under the key of its log and of a cosigner, and says when the cosigner saw it', () => {
    const witness = newSigner('caudal/witness', 'cosigner')
    const note = readNote(writeNote(text, [log.sign(text), witness.sign(text, 1_700_000_000)]))!
    const good = verifyNote(note, [log.verifier, witness.verifier], verifySignature)
    expect(good?.map(({ verifier, timestamp }) => [verifier.name, timestamp])).toEqual([
      ['caudal/test', undefined],
      ['caudal/witness', 1_700_000_000],
    ])
    expect(verifyNote(note, [], verifySignature)).toEqual([])
    const changed = { ...note, text: text.replace('0', '1') }
    expect(verifyNote(changed, [witness.verifier], verifySignature)).toBeUndefined()
  })

  it('that is malformed is none', () => {
    const good = writeNote(text, [log.sign(text)])
    for (const bad of [
      '',
      text,
      good.slice(0, -1),
      good.replace('— ', '- '),
      good.replace('caudal/test\n0', 'caudal\ttest\n0'),
      good.replace(/ \S+\n$/, ' AAAA\n'),
      `${text}\n`,
    ]) {
      expect(readNote(bad)).toBeUndefined()
    }
    for (const bad of ['caudal/test\n00\nAA==\n', 'a\n-1\nAA==\n', '\n0\nAA==\n', 'a\n0\nAA==\n']) {
      expect(readCheckpoint(bad)).toBeUndefined()
    }
    expect(readCheckpoint(text.replace(/=\n$/, '=\n\n'))).toBeUndefined()
  })
})

describe('An entry', () => {
  it('is one text whatever the order of its details', () => {
    const event = {
      actor: { kind: 'person', id: 'ana' },
      action: 'collect.import',
      outcome: 'done',
    } as const
    const one = writeEntry({ ...event, details: { b: 1, a: ['x'] } }, '2026-01-01T00:00:00Z')
    const other = writeEntry({ ...event, details: { a: ['x'], b: 1 } }, '2026-01-01T00:00:00Z')
    expect(one).toBe(other)
    expect(readEntry(one)).toMatchObject({ actor: 'ana', details: { a: ['x'], b: 1 } })
    expect(readEntry('{}') ?? readEntry('null') ?? readEntry('x')).toBeUndefined()
    expect(() => writeEntry({ ...event, subject: 'x'.repeat(20_000) }, '')).toThrow('put less')
  })
})
