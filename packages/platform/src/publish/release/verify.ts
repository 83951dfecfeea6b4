import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { selectBreaks } from '../../measure/breaks/recorded-breaks.ts'
import { Refusal } from '@caudal/methods/vocabulary'
import { openHighsSolver } from '../../protect/solver/highs-solver.ts'
import { getBatch, type Batch, type CaudalNode } from '../../store/index.ts'
import program from '../../../package.json' with { type: 'json' }
import { archiveName, bakeRelease, filesEdition } from './bake.ts'
import { bakedOf } from './plan.ts'
import { findDamage, type Damage, type DamageKind } from './check-files.ts'
import { compareFigures } from './compare-figures.ts'
import type { Asked, LedgerEntry } from '@caudal/methods/protect'
import type { BesideEarlier } from './beside-earlier.ts'
import { composeRelease, type ReleaseProgress } from './compose-release.ts'
import { entriesOf } from './ledger-attack.ts'
import { readReleaseFile } from './release-folder.ts'
import { findOtherMethods, type OtherMethod } from './other-methods.ts'
import { protectionEdition } from './protection-edition.ts'
import type { RecordedRelease } from './releases.ts'

/** A file that is not what it should be: it is damaged, or counting again gives something else. */
export type Difference = Omit<Damage, 'kind'> & { readonly kind: DamageKind | 'recount' }

/**
 * What a verification found. `differs`: a file is not what was signed, or counting again gives something else;
 * `not-recomputable`: signature and checksums hold, and records have been erased since, so that counting again cannot
 * give the same; `other-method`: they hold, and this program counts or protects otherwise than the one that drafted
 * it, which explains every difference.
 */
export type Verification =
  | {
      readonly outcome: 'verified'
      /** Files that came out the same; tables, where files are written otherwise by now. */
      readonly files: number
      readonly compared: 'files' | 'tables'
    }
  | { readonly outcome: 'differs'; readonly differences: readonly Difference[] }
  | {
      readonly outcome: 'not-recomputable'
      readonly erased: readonly { readonly batch: number; readonly records: number }[]
    }
  | {
      readonly outcome: 'other-method'
      readonly methods: readonly OtherMethod[]
      /** Figures of which other cells are hidden; every number that both show is the same. */
      readonly hiddenOtherwise: readonly string[]
    }

/** What the last round of protecting a release began with when it was drafted. */
function besideOf(
  node: CaudalNode,
  { id, findings }: RecordedRelease,
  cube: string,
  shown: readonly LedgerEntry[],
): BesideEarlier {
  const found = findings.find((own) => own.cube === cube)
  const begin = (asked: Partial<Asked> = {}) => ({ needs: new Map(), units: 0, ...asked })
  if (found === undefined) return { release: id, earlier: [], notAttackedWith: [], asked: begin() }
  const { revisions = [], keptHidden, ledger, unitsBefore, coarsened, coarsen } = found
  const { together = [] } = found
  const earlier = keptHidden === undefined ? [] : ledger.releases
  // before rounds shared their work, the last one began with the levels that it ended with
  const levels = unitsBefore === undefined ? coarsened : coarsen
  return {
    release: id,
    earlier: [
      ...[...new Set(earlier)].flatMap((each) => entriesOf(node, each, [cube])),
      ...(ledger.tied ?? []).flatMap((each) =>
        each.release === id
          ? shown.filter((own) => own.cube === each.cube)
          : entriesOf(node, each.release, [each.cube]),
      ),
    ],
    notAttackedWith: [],
    ...(together.length === 0 ? {} : { wasTogether: true as const }),
    asked: begin({
      needs: new Map(revisions),
      units: unitsBefore ?? 0,
      ...(levels === undefined ? {} : { coarsen: levels }),
    }),
  }
}

/**
 * Checks the signature and checksums of a release, counts its figures again from the records of
 * its snapshot, protects them again, and compares every file byte for byte.
 */
export async function verifyFiles(
  node: CaudalNode,
  release: RecordedRelease,
  sign: (content: Uint8Array) => string,
  progress: ReleaseProgress,
): Promise<Verification> {
  const damaged = await findDamage(node, release)
  if (damaged.length > 0) return { outcome: 'differs', differences: damaged }
  const batches = new Map<number, Batch>()
  const erased: { batch: number; records: number }[] = []
  for (const recorded of release.sources.flatMap((source) => source.batches)) {
    if (batches.has(recorded.id)) continue
    const batch = await getBatch(node, recorded.id)
    batches.set(recorded.id, batch)
    const facts = batch.files.filter(({ kind }) => kind === 'facts')
    const same =
      facts.length === recorded.facts.length &&
      facts.every(({ sha256 }) => recorded.facts.includes(sha256)) &&
      facts.every(({ path }) => existsSync(join(node.folder.root, path)))
    if (same) continue
    const left = facts.reduce((sum, { rows }) => sum + rows, 0)
    erased.push({ batch: recorded.id, records: Math.max(0, recorded.rows - left) })
  }
  const linkIds = new Set(release.sources.flatMap((source) => source.links ?? []))
  const links = await Promise.all([...linkIds].map((id) => getBatch(node, id)))
  for (const { id, files } of links) {
    const known = files.filter(({ kind }) => kind === 'persons')
    if (known.every(({ path }) => existsSync(join(node.folder.root, path)))) continue
    erased.push({ batch: id, records: 0 })
  }
  if (erased.length > 0) return { outcome: 'not-recomputable', erased }
  const methods = findOtherMethods(release)
  if (methods.some(({ is }) => is === '')) {
    return { outcome: 'other-method', methods, hiddenOtherwise: [] }
  }
  const solver = openHighsSolver()
  try {
    const composed = await composeRelease(
      node,
      release.plan,
      {
        batchesOf: async (cube) =>
          release.sources
            .find((source) => source.cube === cube)!
            .batches.map(({ id }) => batches.get(id)!),
        links,
        breaksOf: async (cube) => {
          const told = release.sources.find((source) => source.cube === cube)!.breaks ?? []
          return (await selectBreaks(node.register)).filter(({ id }) => told.includes(id))
        },
      },
      solver,
      progress,
      (cube, shown) => besideOf(node, release, cube, shown),
    )
    const { id, vintage, publicKey, plan } = release
    const files = await bakeRelease({
      id,
      vintage,
      publicKey,
      program: release.program,
      ...bakedOf(plan),
      sign,
      figures: composed.figures,
      sources: composed.sources,
    })
    const read = (name: string) => readReleaseFile(node, id, name)
    const isSameWay =
      release.program === program.version &&
      plan.edition === filesEdition &&
      plan.protectionEdition === protectionEdition &&
      methods.length === 0
    return isSameWay ? compareFiles(files, read) : compareTables(release, methods, files, read)
  } catch (error) {
    // what another method counts, this one may have no figure for
    if (!(error instanceof Refusal) || methods.length === 0) throw error
    return { outcome: 'other-method', methods, hiddenOtherwise: [] }
  } finally {
    await solver.close()
  }
}

type ReadFile = (name: string) => Buffer | undefined

/** Byte for byte; the archive, whose packing is its machine's, holds the same files where its digest holds. */
function compareFiles(files: ReadonlyMap<string, Buffer>, read: ReadFile): Verification {
  const compared = [...files.keys()].filter((name) => name !== archiveName)
  const differing = compared.filter((name) => read(name)?.equals(files.get(name)!) !== true)
  return differing.length > 0
    ? {
        outcome: 'differs',
        differences: differing.map((file) => ({ file, kind: 'recount' as const })),
      }
    : { outcome: 'verified', files: compared.length, compared: 'files' }
}

/** Figure by figure, where files are written, counted or protected otherwise by now. */
function compareTables(
  { plan }: RecordedRelease,
  methods: readonly OtherMethod[],
  files: ReadonlyMap<string, Buffer>,
  read: ReadFile,
): Verification {
  const isOtherwise = new Set(methods.map(({ cube }) => cube))
  const mayHideOtherwise = plan.protectionEdition !== protectionEdition
  const differences: Difference[] = []
  const hiddenOtherwise: string[] = []
  const counted = new Set<string>()
  for (const { id, cube } of plan.figures) {
    const name = `en/${id}.json`
    const found = compareFigures(read(name)!, files.get(name))
    if (found === 'same') continue
    if (isOtherwise.has(cube)) counted.add(cube)
    else if (found === 'hidden' && mayHideOtherwise) hiddenOtherwise.push(id)
    else differences.push({ file: name, kind: 'recount' })
  }
  if (differences.length > 0) return { outcome: 'differs', differences }
  if (counted.size > 0 || hiddenOtherwise.length > 0) {
    return {
      outcome: 'other-method',
      methods: methods.filter(({ cube }) => counted.has(cube)),
      hiddenOtherwise,
    }
  }
  return { outcome: 'verified', files: plan.figures.length, compared: 'tables' }
}
