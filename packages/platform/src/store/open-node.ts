import { setTimeout as pause } from 'node:timers/promises'
import { clearLeftovers } from './clear-leftovers.ts'
import { createDataFolder, type DataFolder, dataFolder, notWritable } from './data-folder.ts'
import { openDuckDb } from './duckdb-engine.ts'
import { connectEmbeddedRegister, openEmbeddedRegister } from './embedded-register.ts'
import { putBackLostJobs } from './job-keeper.ts'
import {
  findLockHolder,
  type FolderLock,
  type LockClaim,
  type LockHolder,
  takeLock,
} from './lock.ts'
import { listMigrations, migrate } from './migrations.ts'
import { checkRegisterOfFolder, findNodeIdentity, tieRegisterToFolder } from './node-identity.ts'
import { rememberOptions, takeClosingSteps } from './node-closing.ts'
import { openKeyring } from './node-keyring.ts'
import type { OpenNodeOptions } from './node-options.ts'
import type { CaudalNode } from './node.ts'
import { readOutsideSecret } from './outside-secret.ts'
import { storeRefusals } from './refusals.ts'
import type { Register } from './register.ts'
import {
  digestOfAddress,
  isServerAddress,
  migrateServerRegister,
  openServerRegister,
} from './server-register.ts'
import { createWorkspace, emptyWorkspaces, isInMemory, removeWorkspace } from './workspace.ts'

/** How long a guest waits for an owner that is starting, in milliseconds. */
const ownerPatienceMs = 60_000

/**
 * Opens a node: takes or finds the owner of the data folder, opens and migrates the register,
 * clears away what a killed process left, and starts the lake engine.
 * @throws {Refusal} store.folder-in-use, store.command-under-way, store.register-of-another-node, …
 */
export async function openNode(options: OpenNodeOptions): Promise<CaudalNode> {
  const folder = dataFolder(options.root)
  const address = options.registerUrl ?? readOutsideSecret(process.env, 'CAUDAL_REGISTER')
  const server = isServerAddress(address) ? address : undefined
  const cleanups: (() => unknown)[] = []
  const close = async () => {
    // the last thing opened is closed first
    for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
  }
  try {
    const ownership = await settleOwnership(folder, server, options.role ?? 'command')
    if (ownership.lock !== undefined) cleanups.push(() => ownership.lock.release())
    if (ownership.lock !== undefined) emptyWorkspaces(folder.root)
    createWorkspace(folder.workspace)
    cleanups.push(() => removeWorkspace(folder.workspace))
    const keyring = openKeyring(folder, findNodeIdentity(folder)?.keyId)
    const register =
      ownership.lock !== undefined
        ? await openAsOwner(folder, ownership.lock, server, options, cleanups)
        : await openAsGuest(server, ownership.holder, cleanups)
    if (ownership.lock !== undefined) await tieRegisterToFolder(folder, register, keyring.keyId)
    else await checkRegisterOfFolder(folder, register)
    const lake = await openDuckDb({
      temporaryFolder: folder.workspace,
      ...(options.memoryLimit === undefined ? {} : { memoryLimit: options.memoryLimit }),
      ...(options.threads === undefined ? {} : { threads: options.threads }),
      ...(isInMemory(folder.workspace) ? { spillLimit: spillLimitInMemory() } : {}),
    })
    cleanups.push(() => lake.close())
    const node: CaudalNode = {
      folder,
      register,
      lake,
      keyring,
      owner: ownership.lock !== undefined,
      async close() {
        await takeClosingSteps(node)
        await close()
      },
    }
    rememberOptions(node, {
      root: folder.root,
      registerUrl: server ?? '',
      ...(options.memoryLimit === undefined ? {} : { memoryLimit: options.memoryLimit }),
      ...(options.threads === undefined ? {} : { threads: options.threads }),
    })
    if (node.owner) {
      await clearLeftovers(node, server !== undefined)
      await putBackLostJobs(node)
    }
    return node
  } catch (error) {
    await close().catch(() => {})
    throw error
  }
}

type Ownership = { lock: FolderLock; holder?: undefined } | { lock?: undefined; holder: LockHolder }

async function settleOwnership(
  folder: DataFolder,
  server: string | undefined,
  role: 'server' | 'command' | 'worker',
): Promise<Ownership> {
  const register = server === undefined ? 'embedded' : digestOfAddress(server)
  if (role === 'worker') return { holder: await readyHolder(folder, register) }
  for (let tries = 1; ; tries += 1) {
    const outcome = await takeOrFindLock(folder, { role, register })
    if ('lock' in outcome) return outcome
    const { pid } = outcome.holder
    if (role === 'server') {
      throw storeRefusals.refuse('folder-in-use', { pid, folder: folder.root })
    }
    if (outcome.holder.role === 'command' && server === undefined) {
      throw storeRefusals.refuse('command-under-way', { pid, folder: folder.root })
    }
    try {
      return { holder: await readyHolder(folder, register) }
    } catch (error) {
      // the owner ended at this moment: its place is free
      if ((error as { code?: string }).code !== 'store.no-owner' || tries === 3) throw error
    }
  }
}

async function takeOrFindLock(folder: DataFolder, claim: LockClaim) {
  try {
    createDataFolder(folder)
    return await takeLock(folder, claim)
  } catch (error) {
    throw notWritable(folder, error)
  }
}

/** The owner of the folder, once it serves its register. */
async function readyHolder(folder: DataFolder, register: string): Promise<LockHolder> {
  const end = Date.now() + ownerPatienceMs
  for (;;) {
    const holder = findLockHolder(folder)
    if (holder === undefined) throw storeRefusals.refuse('no-owner', { folder: folder.root })
    if (holder.register !== register) throw storeRefusals.refuse('register-elsewhere')
    if (holder.socket !== undefined) return holder
    if (Date.now() > end)
      throw storeRefusals.refuse('owner-not-ready', { pid: holder.pid, folder: folder.root })
    await pause(100)
  }
}

async function openAsOwner(
  folder: DataFolder,
  lock: FolderLock,
  server: string | undefined,
  options: OpenNodeOptions,
  cleanups: (() => unknown)[],
): Promise<Register> {
  const last = options.lastMigration ?? Infinity
  const migrations = listMigrations().filter(({ number }) => number <= last)
  if (server !== undefined) {
    const register = await openServerRegister(server)
    cleanups.push(() => register.close())
    await migrateServerRegister(
      register,
      options.registerOwnerUrl ?? readOutsideSecret(process.env, 'CAUDAL_REGISTER_OWNER'),
      migrations,
    )
    lock.announceSocket('')
    return register
  }
  const embedded = await openEmbeddedRegister(folder)
  cleanups.push(() => embedded.close())
  await migrate(embedded.register, migrations)
  lock.announceSocket(embedded.socket)
  return embedded.register
}

async function openAsGuest(
  server: string | undefined,
  holder: LockHolder,
  cleanups: (() => unknown)[],
): Promise<Register> {
  const register =
    server === undefined
      ? connectEmbeddedRegister(holder.socket!)
      : await openServerRegister(server)
  cleanups.push(() => register.close())
  return register
}

/** Spilling to a memory file system takes the memory it was to spare: a quarter of it at most. */
function spillLimitInMemory(): number {
  return Math.floor(machineMemoryQuarter())
}

function machineMemoryQuarter(): number {
  const constrained = process.constrainedMemory()
  return (
    (constrained > 0
      ? Math.min(constrained, process.availableMemory())
      : process.availableMemory()) / 4
  )
}
