import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import {
  type CaudalNode,
  createDataFolder,
  dataFolder,
  isServerAddress,
  type Keyring,
  listMigrations,
  migrate,
  nameOfKey,
  openKeyring,
  openNode,
  openServerRegister,
  previousKeyPath,
  wrapperOf,
} from '../../store/index.ts'
import { auditLogOf } from '../audit/audit-log.ts'
import { terminalActor } from '../terminal-actor.ts'
import {
  archiveKey,
  type FoundArchive,
  listArchives,
  placeIn,
  readArchive,
  readRows,
} from './read-archive.ts'
import { chainOf } from './archive-chain.ts'
import { withRemedy } from './damaged-point.ts'
import type { ManifestFile } from './lake-content.ts'
import { type Heeded, heedSince, type RowsSince, tablesSince } from './heed-since.ts'
import { loadTables } from './load-register.ts'
import { backupRefusals } from './refusals.ts'

export interface RestoreOptions {
  /** Folder of the archives. */
  readonly from: string
  /** The data folder to make; it must not hold anything. */
  readonly to: string
  /** Restores the newest archive up to this moment, ISO; the newest of all where absent. */
  readonly at?: string
  /**
   * Files of node keys: the one that the archive was made under, and the one of the newest archive where it was
   * rotated since. A key before that still lies beside the first is used as well.
   */
  readonly nodeKeys: readonly string[]
  /** Register on a server, for the owner of an empty database; embedded where absent or ''. */
  readonly registerUrl?: string
  readonly registerOwnerUrl?: string
  readonly progress?: (done: number) => void
  /** Makes anew what was made from records, where some were erased or set aside again. */
  readonly rebuild?: (node: CaudalNode) => Promise<void>
}

export interface Restored extends Heeded {
  readonly archive: string
  /** ISO instant that was restored to. */
  readonly at: string
  readonly files: number
}

const nothingHeeded: Heeded = { erasedAgain: 0, restrictedAgain: 0, endedAgain: 0 }

/**
 * Makes a data folder from an archive and those that it goes on from. The folder has its name only
 * once everything in it was checked, and what persons obtained since was done again (`heedSince`).
 * @throws {Refusal} backup.target-not-empty, backup.none-found, backup.base-missing, …
 */
export async function restoreArchive(options: RestoreOptions): Promise<Restored> {
  const target = resolve(options.to)
  if (existsSync(target) && readdirSync(target).length > 0) {
    throw backupRefusals.refuse('target-not-empty', { folder: target })
  }
  const archives = listArchives(options.from)
  const chosen = choose(archives, options)
  const newest = listMigrations().at(-1)!.number
  if (chosen.preface.migration > newest) {
    throw backupRefusals.refuse('newer-version', { migration: chosen.preface.migration })
  }
  const chain = chainOf(chosen, archives)
  const draft = `${target}.restoring`
  rmSync(draft, { recursive: true, force: true })
  let keyring: Keyring | undefined
  try {
    const newest = newestOf(chosen, archives)
    const needed = [chosen, ...chain, newest]
    keyring = prepareFolder(draft, chosen, needed, options.nodeKeys)
    for (const { preface } of needed) archiveKey(preface, keyring)
    const node = await openNode({
      root: draft,
      registerUrl: options.registerUrl ?? '',
      ...(options.registerOwnerUrl === undefined
        ? {}
        : { registerOwnerUrl: options.registerOwnerUrl }),
      lastMigration: chosen.preface.migration,
    })
    let restored: Restored
    try {
      restored = await fill(node, keyring, chosen, chain, archives, options)
    } finally {
      await node.close()
    }
    rmSync(target, { recursive: true, force: true })
    renameSync(draft, target)
    return restored
  } catch (error) {
    if (keyring === undefined) throw error
    throw await withRemedy(error, chosen, archives, keyring)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

async function fill(
  node: CaudalNode,
  keyring: Keyring,
  chosen: FoundArchive,
  chain: readonly FoundArchive[],
  archives: readonly FoundArchive[],
  options: RestoreOptions,
): Promise<Restored> {
  const progress = options.progress ?? (() => {})
  const { root } = node.folder
  const { manifest } = await readArchive(chosen.path, keyring, {
    tables: (reader) =>
      asOwner(node, options, (register) =>
        register.transaction(async (transaction) => {
          await loadTables(transaction, reader)
        }),
      ),
    file: ({ path }) => placeIn(root, path),
  })
  progress(1 / (chain.length + 1))
  for (const [place, archive] of chain.entries()) {
    const wanted = new Set(
      manifest.filter((file) => file.archive === archive.preface.id).map(keyOfFile),
    )
    if (wanted.size > 0) {
      await readArchive(archive.path, keyring, {
        tables: passTables,
        file: (file) => (wanted.delete(keyOfFile(file)) ? placeIn(root, file.path) : undefined),
      })
    }
    if (wanted.size > 0) {
      throw backupRefusals.refuse('archive-damaged', { file: archive.path })
    }
    progress((place + 2) / (chain.length + 1))
  }
  await asOwner(node, options, (register) => migrate(register))
  const since = await rowsSince(chosen, archives, keyring)
  const heeded = since === undefined ? nothingHeeded : await heedSince(node, since)
  if (heeded.erasedAgain + heeded.restrictedAgain > 0) await options.rebuild?.(node)
  await auditLogOf(node).append({
    actor: terminalActor('administrator'),
    action: 'govern.backup',
    outcome: 'done',
    subject: `archive:${chosen.preface.id}`,
    details: {
      restored_to: chosen.preface.at,
      erased_again: heeded.erasedAgain,
      restricted_again: heeded.restrictedAgain,
      ended_again: heeded.endedAgain,
    },
  })
  return {
    archive: chosen.path,
    at: chosen.preface.at,
    files: manifest.length,
    ...heeded,
  }
}

/** What persons obtained since, as far as the newest archive knows; nothing where that is the one restored. */
async function rowsSince(
  chosen: FoundArchive,
  archives: readonly FoundArchive[],
  keyring: Keyring,
): Promise<RowsSince | undefined> {
  const newest = newestOf(chosen, archives)
  if (newest.preface.id === chosen.preface.id) return undefined
  return await readRows(newest.path, keyring, tablesSince)
}

/** The newest archive of the same node: it alone knows what persons obtained since. */
function newestOf(chosen: FoundArchive, archives: readonly FoundArchive[]): FoundArchive {
  return archives.filter(({ preface }) => preface.node === chosen.preface.node).at(-1) ?? chosen
}

async function passTables(reader: Parameters<typeof loadTables>[1]): Promise<void> {
  // rows of the register of an earlier archive are passed over line by line
  for (;;) {
    const line = await reader.line()
    if (line === undefined || line.startsWith('{"manifest":')) return
  }
}

async function asOwner<Result>(
  node: CaudalNode,
  options: RestoreOptions,
  work: (register: CaudalNode['register']) => Promise<Result>,
): Promise<Result> {
  const address = options.registerOwnerUrl ?? options.registerUrl
  if (!isServerAddress(options.registerUrl) || !isServerAddress(address)) {
    return await work(node.register)
  }
  const owner = await openServerRegister(address)
  try {
    return await work(owner)
  } finally {
    await owner.close()
  }
}

function prepareFolder(
  draft: string,
  { preface }: FoundArchive,
  needed: readonly FoundArchive[],
  nodeKeys: readonly string[],
): Keyring {
  const folder = dataFolder(draft)
  createDataFolder(folder)
  const given = readKeys(nodeKeys)
  const own = given.find(({ name }) => name === wrapperOf(preface.wrappedKey)) ?? given[0]!
  const names = needed.map((archive) => wrapperOf(archive.preface.wrappedKey))
  const other = given.find(({ name }) => name !== own.name && names.includes(name))
  const keyPath = join(folder.keys, 'node.key')
  mkdirSync(dirname(keyPath), { recursive: true, mode: 0o700 })
  writeFileSync(keyPath, own.key, { mode: 0o600 })
  if (other !== undefined) writeFileSync(previousKeyPath(folder), other.key, { mode: 0o600 })
  let keyring: Keyring
  try {
    keyring = openKeyring(folder)
  } catch (error) {
    // the copy beside the draft is gone soon: the file that was given is what is wrong
    if ((error as { code?: string }).code !== 'store.node-key-wrong') throw error
    throw backupRefusals.refuse('key-malformed', { file: own.file })
  }
  writeFileSync(
    join(draft, 'node.json'),
    JSON.stringify({ id: preface.node, keyId: keyring.keyId }),
    { mode: 0o600 },
  )
  return keyring
}

interface GivenKey {
  readonly file: string
  readonly key: Buffer
  readonly name: string
}

/** The keys of the files, and the one before the first where it still lies beside it. */
function readKeys(files: readonly string[]): GivenKey[] {
  const beside = `${files[0]}.previous`
  return [...files, ...(existsSync(beside) ? [beside] : [])].map((file) => {
    try {
      const key = readFileSync(file)
      return { file, key, name: nameOfKey(key) }
    } catch {
      throw backupRefusals.refuse('key-unreadable', { file })
    }
  })
}

function choose(archives: readonly FoundArchive[], { from, at }: RestoreOptions): FoundArchive {
  const until = at === undefined ? Infinity : momentOf(at)
  const chosen = archives.filter(({ preface }) => Date.parse(preface.at) <= until).at(-1)
  if (chosen === undefined) {
    throw backupRefusals.refuse('none-found', { folder: from, at: at ?? '–' })
  }
  return chosen
}

/** A day means its end. */
function momentOf(at: string): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(at)
  const moment = Date.parse(day ? `${at}T23:59:59.999Z` : at)
  if (Number.isNaN(moment)) throw backupRefusals.refuse('moment-malformed', { at })
  return moment
}

function keyOfFile({ path, sha256 }: ManifestFile): string {
  return `${path} ${sha256}`
}
