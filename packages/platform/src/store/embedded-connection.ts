import type { Duplex } from 'node:stream'
import type { PGlite } from '@electric-sql/pglite'
import type { RegisterSession, SessionUser } from './register-session.ts'
import { ClientMessageReader } from './wire-messages.ts'

/**
 * One connection to the embedded register, in the PostgreSQL protocol. Its messages are run
 * while it holds the session; what it leaves open when it goes is rolled back.
 */
export class EmbeddedConnection implements SessionUser {
  readonly #database: PGlite
  readonly #session: RegisterSession
  readonly #stream: Duplex
  readonly #reader = new ClientMessageReader()
  #working = false
  #closed = false

  constructor(database: PGlite, session: RegisterSession, stream: Duplex, whenClosed: () => void) {
    this.#database = database
    this.#session = session
    this.#stream = stream
    stream.on('data', (bytes: Buffer) => {
      this.#reader.add(bytes)
      void this.#work()
    })
    stream.on('error', () => stream.destroy())
    stream.on('end', () => stream.end())
    stream.on('close', () => {
      this.#closed = true
      session.forget(this)
      if (!this.#working) this.#abandon()
      whenClosed()
    })
  }

  evict(): void {
    this.#stream.write(fatal('25P03', 'terminating connection due to idle-in-transaction timeout'))
    this.close()
  }

  close(): void {
    this.#stream.destroy()
  }

  async #work(): Promise<void> {
    if (this.#working) return
    this.#working = true
    try {
      for (
        let unit = this.#reader.next();
        unit !== undefined && !this.#closed;
        unit = this.#reader.next()
      ) {
        if (unit.kind === 'encryption-request') this.#stream.write('N')
        else if (unit.kind === 'startup') await this.#run(unit.bytes, true)
        else if (unit.kind === 'messages') await this.#run(unit.bytes, unit.complete)
        else this.#stream.end()
      }
    } catch (error) {
      this.#stream.write(fatal('XX000', (error as Error).message))
      this.close()
    } finally {
      this.#working = false
      if (this.#closed) this.#abandon()
    }
  }

  async #run(bytes: Buffer, complete: boolean): Promise<void> {
    await this.#session.enter(this)
    if (this.#closed) return
    const answer = await execute(this.#database, bytes)
    if (complete && !this.#database.isInTransaction()) this.#session.leave(this)
    if (!this.#closed) this.#stream.write(answer)
  }

  /** Gives the session back as it was found. */
  #abandon(): void {
    if (!this.#session.isHeldBy(this)) return
    void execute(this.#database, rollback)
      .catch(() => {})
      .finally(() => this.#session.leave(this))
  }
}

/** Sync ends a half-sent query, so that ROLLBACK is understood after it. */
const rollback = Buffer.concat([Buffer.from([0x53, 0, 0, 0, 4]), simpleQuery('rollback')])

async function execute(database: PGlite, message: Buffer): Promise<Buffer> {
  const parts: Buffer[] = []
  await database.runExclusive(() =>
    database.execProtocolRawStream(new Uint8Array(message), {
      // the bytes lie in the engine's memory and are overwritten by what follows
      onRawData: (data) => parts.push(Buffer.from(data)),
    }),
  )
  return Buffer.concat(parts)
}

function simpleQuery(sql: string): Buffer {
  const text = Buffer.from(`${sql}\0`)
  const head = Buffer.alloc(5)
  head.write('Q')
  head.writeUInt32BE(4 + text.length, 1)
  return Buffer.concat([head, text])
}

function fatal(sqlState: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${sqlState}\0M${message.replaceAll('\0', '')}\0\0`)
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeUInt32BE(4 + fields.length, 1)
  return Buffer.concat([head, fields])
}
