import type { ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

type Answer = Readonly<Record<string, unknown>>

/** A conversation with a Chromium over the pipe of its developer tools. */
export interface DevTools {
  ask(method: string, parameters: object, session?: string): Promise<Answer>
  /** The next event of a kind. */
  event(method: string): Promise<Answer>
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Answer
  readonly result?: Answer
  readonly error?: { readonly message: string }
}

/**
 * Speaks with a Chromium that was started with `--remote-debugging-pipe`: messages of JSON, each ended
 * by a zero. Whatever is waited for fails when the browser ends.
 *
 * @see Chrome DevTools Protocol, https://chromedevtools.github.io/devtools-protocol/
 */
export function openDevTools(child: ChildProcess): DevTools {
  const [toChild, fromChild] = [child.stdio[3] as Writable, child.stdio[4] as Readable]
  const asked = new Map<number, PromiseWithResolvers<Answer>>()
  const awaited = new Map<string, PromiseWithResolvers<Answer>>()
  let count = 0
  let parts: Buffer[] = []

  const take = (message: Message) => {
    if (message.id === undefined) {
      awaited.get(message.method ?? '')?.resolve(message.params ?? {})
      return
    }
    const question = asked.get(message.id)
    asked.delete(message.id)
    if (message.error) question?.reject(new Error(message.error.message))
    else question?.resolve(message.result ?? {})
  }
  fromChild.on('data', (chunk: Buffer) => {
    let from = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      parts.push(chunk.subarray(from, end))
      take(JSON.parse(Buffer.concat(parts).toString('utf8')) as Message)
      parts = []
      from = end + 1
    }
    parts.push(chunk.subarray(from))
  })
  const fail = (error: Error) => {
    for (const each of [...asked.values(), ...awaited.values()]) each.reject(error)
  }
  child.once('error', fail)
  child.once('exit', () => fail(new Error('The browser ended.')))
  toChild.on('error', fail)

  return {
    ask(method, params, sessionId) {
      count += 1
      const question = withResolvers<Answer>()
      asked.set(count, question)
      toChild.write(`${JSON.stringify({ id: count, method, params, sessionId })}\0`)
      return question.promise
    },
    event(method) {
      const waiting = withResolvers<Answer>()
      awaited.set(method, waiting)
      // Whoever waits looks at it later; until then nobody does.
      waiting.promise.catch(() => {})
      return waiting.promise
    },
  }
}

interface PromiseWithResolvers<Value> {
  readonly promise: Promise<Value>
  resolve(value: Value): void
  reject(error: Error): void
}

function withResolvers<Value>(): PromiseWithResolvers<Value> {
  let resolve!: (value: Value) => void
  let reject!: (error: Error) => void
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
