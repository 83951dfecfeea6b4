import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/**
 * Which process, beyond doubt: a process number alone is given out again after a while, and
 * after every start of the machine.
 */
export interface ProcessIdentity {
  readonly pid: number
  /** When the process started, in the clock of the system's process table. */
  readonly started: string
  /** Start of the machine this holds for; empty where the system does not tell. */
  readonly boot: string
  /** Process table the number belongs to: containers have their own. */
  readonly table: string
  readonly host: string
}

/** Whether a process lives: `unknown` where its process table cannot be seen from here. */
export type Liveness = 'alive' | 'dead' | 'unknown'

let own: ProcessIdentity | undefined

/** The identity of the running process. */
export function ownIdentity(): ProcessIdentity {
  own ??= {
    pid: process.pid,
    started: startOf(process.pid) ?? '',
    boot: readText('/proc/sys/kernel/random/boot_id'),
    table: processTable(),
    host: hostname(),
  }
  return own
}

/**
 * Whether the process that wrote down `identity` still runs. Another process that was given
 * the same number is not taken for it.
 */
export function livenessOf(identity: ProcessIdentity): Liveness {
  const self = ownIdentity()
  if (identity.host !== self.host || identity.table !== self.table) return 'unknown'
  // same host name and same process table, other start of the machine: it has been restarted
  if (identity.boot !== self.boot) return identity.table === '' ? 'unknown' : 'dead'
  const started = startOf(identity.pid)
  return started !== undefined && started === identity.started ? 'alive' : 'dead'
}

/** A name for files and folders of one process, from which `identityOfName` reads it again. */
export function nameOfProcess(identity: ProcessIdentity): string {
  return [identity.pid, identity.started, identity.boot.slice(0, 8), tableNumber(identity.table)]
    .map((part) => String(part).replace(/[^A-Za-z0-9]/g, '') || '0')
    .join('-')
}

/** Whether the process that `name` was made for may still be running in this process table. */
export function isNameOfLivingProcess(name: string): boolean {
  const match = /^(\d+)-([A-Za-z0-9]+)-([A-Za-z0-9]+)-([A-Za-z0-9]+)$/.exec(name)
  if (match === null) return false
  const self = ownIdentity()
  const pid = Number(match[1])
  const started = startOf(pid)
  return started !== undefined && nameOfProcess({ ...self, pid, started }) === name
}

function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const stat = readText(`/proc/${pid}/stat`)
    // the second field is the program's name in parentheses, which may hold anything
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (stat === '' || fields[0] === 'Z' || fields[0] === 'X') return undefined
    return fields[19]
  }
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return undefined
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}

function processTable(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

function tableNumber(table: string): string {
  return /\d+/.exec(table)?.[0] ?? '0'
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return ''
  }
}
