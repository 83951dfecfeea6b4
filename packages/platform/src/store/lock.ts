import { randomUUID } from 'node:crypto'
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { DataFolder } from './data-folder.ts'
import { replaceFile } from './durable-file.ts'
import { livenessOf, ownIdentity, type ProcessIdentity } from './process-identity.ts'

/**
 * One process owns a data folder. The lock is the highest-numbered file in `lock/`: a starter
 * whose predecessor is gone creates the next number, which the file system grants to one only,
 * and nobody removes the highest number, so that a file read long ago cannot be taken for the
 * present one.
 */
export interface LockClaim {
  readonly role: 'server' | 'command'
  /** `embedded`, or a digest of the address of the register's server. */
  readonly register: string
}

export interface LockHolder extends LockClaim, ProcessIdentity {
  /** Folder of the socket on which the owner serves its register, once it does. */
  readonly socket?: string
  readonly released?: boolean
}

export interface FolderLock {
  readonly holder: LockHolder
  /** Tells guests where the register is served. */
  announceSocket(socket: string): void
  release(): void
}

const lockNumbersPattern = /^(\d{6,})\.json$/

/**
 * Takes the lock of a data folder, or says who holds it.
 * @param heartbeatSeconds seconds between two signs of life of an owner
 * @returns `lock` where this process owns the folder now; `holder` where another one does.
 */
export async function takeLock(
  folder: DataFolder,
  claim: LockClaim,
  heartbeatSeconds = 5,
): Promise<{ lock: FolderLock } | { holder: LockHolder }> {
  const directory = join(folder.root, 'lock')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  for (;;) {
    const newest = newestLock(directory)
    const holder = newest === undefined ? undefined : readHolder(directory, newest)
    if (newest !== undefined && holder === undefined) {
      await pause(20) // being replaced at this moment: look again
      continue
    }
    if (
      newest !== undefined &&
      holder !== undefined &&
      (await isHeld(directory, newest, holder, heartbeatSeconds))
    ) {
      return { holder }
    }
    const number = (newest ?? 0) + 1
    const own: LockHolder = { ...ownIdentity(), ...claim }
    if (!createExclusively(directory, number, own)) continue
    // another starter may have been two steps ahead: the highest number owns the folder
    if (newestLock(directory) !== number) {
      rmSync(lockPath(directory, number), { force: true })
      continue
    }
    for (const older of lockNumbers(directory)) {
      if (older < number) rmSync(lockPath(directory, older), { force: true })
    }
    removeOldDrafts(directory)
    if (holder?.socket) removeForeignSocket(folder, holder.socket)
    return { lock: keep(directory, number, own, heartbeatSeconds) }
  }
}

/** Who holds the data folder at this moment, as far as can be told without waiting. */
export function findLockHolder(folder: DataFolder): LockHolder | undefined {
  const directory = join(folder.root, 'lock')
  try {
    const newest = newestLock(directory)
    const holder = newest === undefined ? undefined : readHolder(directory, newest)
    if (holder === undefined || holder.released || livenessOf(holder) === 'dead') return undefined
    return holder
  } catch {
    return undefined
  }
}

function keep(
  directory: string,
  number: number,
  own: LockHolder,
  heartbeatSeconds: number,
): FolderLock {
  const path = lockPath(directory, number)
  let holder = own
  const heartbeat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date())
    } catch {
      // a full or vanished disk shows itself in the work, not in the sign of life
    }
  }, heartbeatSeconds * 1000)
  heartbeat.unref()
  // where the folder was removed under our hands and made anew, the same number is another process's
  const rewrite = () => {
    const { pid, started, boot, table } = readHolder(directory, number) ?? own
    const isOwn =
      pid === own.pid && started === own.started && boot === own.boot && table === own.table
    if (isOwn) replaceFile(path, JSON.stringify(holder))
  }
  return {
    get holder() {
      return holder
    },
    announceSocket(socket) {
      holder = { ...holder, socket }
      rewrite()
    },
    release() {
      clearInterval(heartbeat)
      const { socket: _gone, ...rest } = holder
      holder = { ...rest, released: true }
      try {
        rewrite()
      } catch (error) {
        // the folder was removed under our hands: there is nothing left to release
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      }
    },
  }
}

async function isHeld(
  directory: string,
  number: number,
  holder: LockHolder,
  heartbeatSeconds: number,
): Promise<boolean> {
  if (holder.released) return false
  const liveness = livenessOf(holder)
  if (liveness !== 'unknown') return liveness === 'alive'
  if (holder.socket && (await answers(holder.socket))) return true
  return showsSignOfLife(lockPath(directory, number), holder, heartbeatSeconds)
}

/**
 * For an owner in another container or on another machine, whose process table we cannot see:
 * no sign of life for two and a half beats means that it is gone.
 */
async function showsSignOfLife(
  path: string,
  holder: LockHolder,
  heartbeatSeconds: number,
): Promise<boolean> {
  const beatOf = () => statSync(path, { throwIfNoEntry: false })?.mtimeMs
  const first = beatOf()
  const machineStarted = Date.now() - uptime() * 1000
  if (holder.host === ownIdentity().host && first !== undefined && first < machineStarted)
    return false
  for (let waited = 0; waited < heartbeatSeconds * 2.5; waited += heartbeatSeconds / 10) {
    await pause(heartbeatSeconds * 100)
    if (beatOf() !== first) return true
  }
  return false
}

function answers(socketFolder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(join(socketFolder, '.s.PGSQL.5432'))
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(2000, () => end(false))
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
  })
}

/** A socket of a dead owner outside the folder lies in a temporary folder made for it alone. */
function removeForeignSocket(folder: DataFolder, socketFolder: string): void {
  if (socketFolder.startsWith(folder.root)) return
  if (!/caudal-socket-[A-Za-z0-9]+$/.test(socketFolder)) return
  rmSync(socketFolder, { recursive: true, force: true })
}

function lockPath(directory: string, number: number): string {
  return join(directory, `${String(number).padStart(6, '0')}.json`)
}

function lockNumbers(directory: string): number[] {
  return readdirSync(directory)
    .map((name) => lockNumbersPattern.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
}

function newestLock(directory: string): number | undefined {
  const numbers = lockNumbers(directory)
  return numbers.length === 0 ? undefined : Math.max(...numbers)
}

function readHolder(directory: string, number: number): LockHolder | undefined {
  try {
    return JSON.parse(readFileSync(lockPath(directory, number), 'utf8')) as LockHolder
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    if (!(error instanceof SyntaxError)) throw error
    // a file system without hard links shows a file before its content is there
    const written = statSync(lockPath(directory, number), { throwIfNoEntry: false })?.mtimeMs ?? 0
    if (Math.abs(Date.now() - written) < 5000) return undefined
    // cut short when the machine lost power: it names no process
    return { ...ownIdentity(), role: 'command', register: '', released: true }
  }
}

/** Creates the numbered file with its whole content at once, or not at all. */
function createExclusively(directory: string, number: number, holder: LockHolder): boolean {
  const draft = join(directory, `draft-${randomUUID()}`)
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600, flag: 'wx' })
  try {
    linkSync(draft, lockPath(directory, number))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    return createWithoutLink(lockPath(directory, number), holder)
  } finally {
    rmSync(draft, { force: true })
  }
}

function createWithoutLink(path: string, holder: LockHolder): boolean {
  try {
    writeFileSync(path, JSON.stringify(holder), { mode: 0o600, flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function removeOldDrafts(directory: string): void {
  for (const name of readdirSync(directory)) {
    if (lockNumbersPattern.test(name)) continue
    const written = statSync(join(directory, name), { throwIfNoEntry: false })?.mtimeMs
    if (written !== undefined && Date.now() - written > 60_000)
      rmSync(join(directory, name), { force: true })
  }
}
