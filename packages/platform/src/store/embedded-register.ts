import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Duplex, duplexPair } from 'node:stream'
import { PGlite } from '@electric-sql/pglite'
import type { DataFolder } from './data-folder.ts'
import { EmbeddedConnection } from './embedded-connection.ts'
import { openRegisterPool } from './register-pool.ts'
import { RegisterSession } from './register-session.ts'
import type { Register } from './register.ts'

/** Longest path of a unix socket that every system takes, in bytes. */
const longestSocketPath = 100

const socketName = '.s.PGSQL.5432'

/**
 * The buffers of the server lie in this process from its start on: 4 MB hold what a register reads
 * again and again, and the system keeps the rest of its files at hand. Reading and writing 200,000 rows takes
 * as long as with 16 MB, which cost 18 MB more; the 128 MB of its own setting cost 150 MB.
 */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=4MB']

/** The embedded register, open in the process that owns the data folder. */
export interface EmbeddedRegister {
  readonly register: Register
  /** Folder of the socket by which other processes reach it. */
  readonly socket: string
  readonly close: () => Promise<void>
}

/**
 * Opens the PostgreSQL in the data folder and serves it, to this process directly and to others
 * on a socket of this machine that only this user can reach. The caller holds the folder's lock.
 * @param idlePatienceMs a transaction that lies idle this long while others wait is rolled back, in
 *   milliseconds
 */
export async function openEmbeddedRegister(
  folder: DataFolder,
  idlePatienceMs = 60_000,
): Promise<EmbeddedRegister> {
  const database = await openDatabase(folder)
  const session = new RegisterSession(idlePatienceMs)
  const connections = new Set<EmbeddedConnection>()
  const accept = (stream: Duplex) => {
    const connection: EmbeddedConnection = new EmbeddedConnection(database, session, stream, () =>
      connections.delete(connection),
    )
    connections.add(connection)
  }
  const { server, socket } = await listen(folder, accept)
  const register = openRegisterPool({
    ...embeddedLogin,
    max: 8,
    stream: () => connectDirectly(accept),
  })
  return {
    register,
    socket,
    async close() {
      await register.close()
      for (const connection of connections) connection.close()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      rmSync(socket, { recursive: true, force: true })
      await database.close()
    },
  }
}

/** Reaches the embedded register of another process of this machine through its socket. */
export function connectEmbeddedRegister(socket: string): Register {
  return openRegisterPool({
    ...embeddedLogin,
    host: socket,
    port: 5432,
    max: 4,
    connectionTimeoutMillis: 60_000,
  })
}

const embeddedLogin = { user: 'postgres', database: 'postgres', password: '', ssl: false } as const

/**
 * A first start that is interrupted leaves no half-made database: it is made beside its place
 * and renamed into it.
 */
async function openDatabase(folder: DataFolder): Promise<PGlite> {
  if (!existsSync(join(folder.register, 'PG_VERSION'))) {
    const draft = `${folder.register}.draft`
    rmSync(draft, { recursive: true, force: true })
    rmSync(folder.register, { recursive: true, force: true })
    await (await PGlite.create(draft, { startParams })).close()
    renameSync(draft, folder.register)
  }
  const database = await PGlite.create(folder.register, { startParams })
  await database.exec("set timezone to 'UTC'; set client_min_messages to warning")
  return database
}

async function listen(
  folder: DataFolder,
  accept: (stream: Socket) => void,
): Promise<{ server: Server; socket: string }> {
  const run = join(folder.root, 'run')
  // sockets of dead owners: a guest of theirs must not come upon this owner unaware
  rmSync(run, { recursive: true, force: true })
  const inside = join(run, randomBytes(4).toString('hex'))
  if (Buffer.byteLength(join(inside, socketName)) <= longestSocketPath) {
    mkdirSync(inside, { recursive: true, mode: 0o700 })
    try {
      return { server: await listenAt(inside, accept), socket: inside }
    } catch {
      // a disk that knows no sockets (some shared folders): a temporary folder has them
    }
  }
  const outside = mkdtempSync(join(tmpdir(), 'caudal-socket-'))
  return { server: await listenAt(outside, accept), socket: outside }
}

function listenAt(directory: string, accept: (stream: Socket) => void): Promise<Server> {
  const path = join(directory, socketName)
  return new Promise((resolve, reject) => {
    const server = createServer(accept)
    server.once('error', reject)
    server.listen(path, () => {
      server.off('error', reject)
      server.unref()
      resolve(server)
    })
  })
}

/** A connection within the process, in the form that pg expects of a network socket. */
function connectDirectly(accept: (stream: Duplex) => void) {
  const [near, far] = duplexPair()
  const client = Object.assign(near, {
    connect() {
      accept(far)
      process.nextTick(() => near.emit('connect'))
      return near
    },
    setNoDelay: () => near,
    setKeepAlive: () => near,
    ref: () => near,
    unref: () => near,
  })
  return client
}
