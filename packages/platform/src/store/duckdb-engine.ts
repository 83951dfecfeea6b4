import { availableParallelism, totalmem } from 'node:os'
import {
  type DuckDBConnection,
  type DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBResult,
} from '@duckdb/node-api'
import { rowsOfChunk } from './duckdb-values.ts'
import type { LakeEngine, LakeValue, NumberColumns } from './lake-engine.ts'
import { appendNumbers, numberColumnsOfChunk } from './number-columns.ts'

export interface DuckDbOptions {
  /** Folder for spill files; a private one, for they are plain. */
  readonly temporaryFolder: string
  /** Most memory the engine's buffers take, in bytes; half the machine's where absent. */
  readonly memoryLimit?: number
  /** Threads of the engine; all cores where absent. */
  readonly threads?: number
  /** Most bytes of spill files; the engine's own rule (90 % of the disk) where absent. */
  readonly spillLimit?: number
  /** Statements that run at once; more of them wait their turn. */
  readonly connections?: number
}

/** Memory that this process may use, in bytes: the machine's, or its container's share. */
export function machineMemory(): number {
  const constrained = process.constrainedMemory()
  return constrained > 0 && constrained < totalmem() ? constrained : totalmem()
}

/** Opens the engine: in memory, with no database file, so that any number of processes may read. */
export async function openDuckDb(options: DuckDbOptions): Promise<LakeEngine> {
  const memoryLimit = options.memoryLimit ?? Math.floor(machineMemory() / 2)
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${Math.max(64, Math.floor(memoryLimit / 2 ** 20))}MiB`,
    threads: String(options.threads ?? availableParallelism()),
    temp_directory: options.temporaryFolder,
    ...(options.spillLimit === undefined
      ? {}
      : { max_temp_directory_size: `${Math.floor(options.spillLimit / 2 ** 20)}MiB` }),
    // nothing is loaded that was not shipped, so no network is reached
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_persistent_secrets: 'false',
  })
  const pool = new ConnectionPool(instance, options.connections ?? 16)
  await pool.use(async (connection) => {
    await connection.run("set global TimeZone = 'UTC'")
    // files of the lake never change under their name: their footers are read once
    await connection.run('set global parquet_metadata_cache = true')
  })
  return new DuckDbEngine(pool)
}

class DuckDbEngine implements LakeEngine {
  readonly #pool: ConnectionPool

  constructor(pool: ConnectionPool) {
    this.#pool = pool
  }

  run(sql: string, parameters?: readonly LakeValue[]): Promise<void> {
    return this.#pool.use((connection) => run(connection, sql, parameters))
  }

  rows<Row extends object>(sql: string, parameters?: readonly LakeValue[]): Promise<Row[]> {
    return this.#pool.use((connection) => readRows<Row>(connection, sql, parameters))
  }

  stream<Row extends object>(sql: string, parameters?: readonly LakeValue[]): AsyncIterable<Row[]> {
    return this.#lent((connection) => readStream<Row>(connection, sql, parameters))
  }

  numbers(sql: string, parameters?: readonly LakeValue[]): AsyncIterable<NumberColumns> {
    return this.#lent((connection) => readNumbers(connection, sql, parameters))
  }

  append(table: string, rows: NumberColumns): Promise<void> {
    return this.#pool.use((connection) => appendNumbers(connection, table, rows))
  }

  async *#lent<Part>(
    read: (connection: DuckDBConnection) => AsyncIterable<Part>,
  ): AsyncIterable<Part> {
    const connection = await this.#pool.take()
    let finished = false
    try {
      yield* read(connection)
      finished = true
    } finally {
      // a result that was left half-read may not be met by the next user of the connection
      if (finished) this.#pool.giveBack(connection)
      else this.#pool.discard(connection)
    }
  }

  async session<Result>(work: (engine: LakeEngine) => Promise<Result>): Promise<Result> {
    const connection = await this.#pool.take()
    const session = new DuckDbSession(connection)
    try {
      return await work(session)
    } finally {
      session.close()
      // temporary tables and settings go with the connection
      this.#pool.discard(connection)
    }
  }

  interrupt(): void {
    this.#pool.interrupt()
  }

  close(): void {
    this.#pool.close()
  }
}

/** The engine on one connection: what it sets and creates lasts as long as the session. */
class DuckDbSession implements LakeEngine {
  readonly #connection: DuckDBConnection
  #turn: Promise<unknown> = Promise.resolve()
  #closed = false

  constructor(connection: DuckDBConnection) {
    this.#connection = connection
  }

  run(sql: string, parameters?: readonly LakeValue[]): Promise<void> {
    return this.#inTurn(() => run(this.#connection, sql, parameters))
  }

  rows<Row extends object>(sql: string, parameters?: readonly LakeValue[]): Promise<Row[]> {
    return this.#inTurn(() => readRows<Row>(this.#connection, sql, parameters))
  }

  async *stream<Row extends object>(
    sql: string,
    parameters?: readonly LakeValue[],
  ): AsyncIterable<Row[]> {
    await this.#inTurn(async () => {})
    yield* readStream<Row>(this.#connection, sql, parameters)
  }

  async *numbers(sql: string, parameters?: readonly LakeValue[]): AsyncIterable<NumberColumns> {
    await this.#inTurn(async () => {})
    yield* readNumbers(this.#connection, sql, parameters)
  }

  append(table: string, rows: NumberColumns): Promise<void> {
    return this.#inTurn(() => appendNumbers(this.#connection, table, rows))
  }

  session<Result>(work: (engine: LakeEngine) => Promise<Result>): Promise<Result> {
    return work(this)
  }

  interrupt(): void {
    if (!this.#closed) this.#connection.interrupt()
  }

  close(): void {
    this.#closed = true
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#closed) return Promise.reject(new Error('The session of the lake engine has ended.'))
    const result = this.#turn.then(work)
    this.#turn = result.catch(() => {})
    return result
  }
}

async function run(
  connection: DuckDBConnection,
  sql: string,
  parameters: readonly LakeValue[] | undefined,
): Promise<void> {
  // a streamed result holds one chunk at a time, whatever the statement returns
  const result = await start(connection, sql, parameters)
  while (((await result.fetchChunk())?.rowCount ?? 0) > 0);
}

async function readRows<Row extends object>(
  connection: DuckDBConnection,
  sql: string,
  parameters: readonly LakeValue[] | undefined,
): Promise<Row[]> {
  const rows: Row[] = []
  for await (const chunk of readStream<Row>(connection, sql, parameters)) {
    for (const row of chunk) rows.push(row)
  }
  return rows
}

async function* readStream<Row extends object>(
  connection: DuckDBConnection,
  sql: string,
  parameters: readonly LakeValue[] | undefined,
): AsyncIterable<Row[]> {
  const result = await start(connection, sql, parameters)
  const names = result.deduplicatedColumnNames()
  for await (const chunk of chunksOf(result)) yield rowsOfChunk<Row>(chunk, names)
}

async function* readNumbers(
  connection: DuckDBConnection,
  sql: string,
  parameters: readonly LakeValue[] | undefined,
): AsyncIterable<NumberColumns> {
  const result = await start(connection, sql, parameters)
  for await (const chunk of chunksOf(result)) yield numberColumnsOfChunk(chunk)
}

async function* chunksOf(result: DuckDBResult): AsyncIterable<DuckDBDataChunk> {
  for (;;) {
    const chunk = await result.fetchChunk()
    if (chunk === null || chunk.rowCount === 0) return
    yield chunk
  }
}

function start(
  connection: DuckDBConnection,
  sql: string,
  parameters: readonly LakeValue[] | undefined,
): Promise<DuckDBResult> {
  const values = parameters === undefined || parameters.length === 0 ? undefined : [...parameters]
  return connection.stream(sql, values)
}

/** Connections of one instance, so that statements of several callers run at the same time. */
class ConnectionPool {
  readonly #instance: DuckDBInstance
  readonly #limit: number
  readonly #idle: DuckDBConnection[] = []
  readonly #busy = new Set<DuckDBConnection>()
  readonly #waiting: { enter: () => void; refuse: (error: Error) => void }[] = []
  #taken = 0
  #closed = false

  constructor(instance: DuckDBInstance, limit: number) {
    this.#instance = instance
    this.#limit = limit
  }

  async take(): Promise<DuckDBConnection> {
    if (this.#closed) throw closedError()
    if (this.#taken >= this.#limit) {
      // the place is handed over, not freed: #taken stays
      await new Promise<void>((enter, refuse) => this.#waiting.push({ enter, refuse }))
    } else {
      this.#taken += 1
    }
    try {
      const connection = this.#idle.pop() ?? (await this.#instance.connect())
      this.#busy.add(connection)
      return connection
    } catch (error) {
      this.#leave()
      throw error
    }
  }

  giveBack(connection: DuckDBConnection): void {
    this.#busy.delete(connection)
    if (this.#closed) connection.disconnectSync()
    else this.#idle.push(connection)
    this.#leave()
  }

  discard(connection: DuckDBConnection): void {
    connection.interrupt()
    this.#busy.delete(connection)
    connection.disconnectSync()
    this.#leave()
  }

  async use<Result>(work: (connection: DuckDBConnection) => Promise<Result>): Promise<Result> {
    const connection = await this.take()
    let failed = true
    try {
      const result = await work(connection)
      failed = false
      return result
    } finally {
      // an error may leave a transaction open or a result half-read
      if (failed) this.discard(connection)
      else this.giveBack(connection)
    }
  }

  interrupt(): void {
    for (const connection of this.#busy) connection.interrupt()
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    for (const { refuse } of this.#waiting.splice(0)) refuse(closedError())
    this.interrupt()
    for (const connection of this.#idle.splice(0)) connection.disconnectSync()
    if (this.#busy.size === 0) this.#instance.closeSync()
  }

  #leave(): void {
    const next = this.#waiting.shift()
    if (next !== undefined) return next.enter()
    this.#taken -= 1
    if (this.#closed && this.#taken === 0) this.#instance.closeSync()
  }
}

function closedError(): Error {
  return new Error('The lake engine is closed.')
}
