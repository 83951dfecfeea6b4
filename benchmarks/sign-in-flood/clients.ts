// The clients of the benchmark of a flood, in a process of their own:
// `read ADDRESS SECONDS RATE` reads tables, `flood ADDRESS SECONDS RATE` tries to sign in.
import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'

export interface Read {
  /** 95th percentile of the time to the end of an answer, in milliseconds. */
  readonly p95: number
  readonly count: number
}

export interface Flooded {
  /** How many answers had which status. */
  readonly answers: Readonly<Record<string, number>>
}

const [what, address = '', seconds = '', rate = ''] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: 200 })
const write = (result: Read | Flooded) => void process.stdout.write(JSON.stringify(result))
if (what === 'read') write(await read(Number(seconds), Number(rate)))
else if (what === 'flood') write(await flood(Number(seconds), Number(rate)))
agent.destroy()

/** Reads tables at a steady rate, as so many people would. */
async function read(forSeconds: number, perSecond: number): Promise<Read> {
  const times: number[] = []
  await steadily(forSeconds, perSecond, async (at) => {
    const began = performance.now()
    await send(
      'GET',
      `/api/cubes/movements/table?rows=citizenship&columns=time.year&top=${(at % 40) + 1}`,
    )
    times.push(performance.now() - began)
  })
  times.sort((one, another) => one - another)
  return { p95: times[Math.floor(times.length * 0.95)]!, count: times.length }
}

/** Tries to sign in with fifty names and a new password each time. */
async function flood(forSeconds: number, perSecond: number): Promise<Flooded> {
  const answers: Record<string, number> = {}
  await steadily(forSeconds, perSecond, async (at) => {
    const given = { name: `name${at % 50}`, password: `guess ${at}` }
    const status = await send('POST', '/api/govern/sign-in', JSON.stringify(given))
    answers[status] = (answers[status] ?? 0) + 1
  })
  return { answers }
}

/** Begins `perSecond` a second, in steps of a fiftieth of a second, whatever is still under way. */
async function steadily(
  forSeconds: number,
  perSecond: number,
  work: (at: number) => Promise<void>,
): Promise<void> {
  const under: Promise<void>[] = []
  const began = performance.now()
  const all = forSeconds * perSecond
  while (under.length < all) {
    const due = Math.min(all, Math.ceil(((performance.now() - began) / 1000) * perSecond))
    while (under.length < due) under.push(work(under.length))
    await pause(20)
  }
  await Promise.all(under)
}

function send(method: string, path: string, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(
      address + path,
      {
        method,
        agent,
        headers:
          body === undefined
            ? {}
            : {
                'content-type': 'application/json',
                'content-length': Buffer.byteLength(body),
                origin: address,
              },
      },
      (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode ?? 0))
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}
