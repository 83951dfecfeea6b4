import { Agent, get } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

interface Work {
  readonly port: number
  readonly paths: readonly string[]
  readonly clients: number
  readonly requests: number
}

// So many clients, each of which asks its next question when it has read the whole answer.
const { port, paths, clients, requests } = (workerData as { readonly work: Work }).work
const agent = new Agent({ keepAlive: true, maxSockets: clients })
const milliseconds: number[] = []
let failures = 0
let bytes = 0
let next = 0

function ask(path: string): Promise<void> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip, br', 'accept-language': 'es' }
    get({ host: '127.0.0.1', port, path, agent, headers }, (response) => {
      if (response.statusCode !== 200) failures += 1
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('end', () => {
        milliseconds.push(performance.now() - started)
        resolve()
      })
      response.on('error', reject)
    }).on('error', reject)
  })
}

const began = performance.now()
const cpu = process.cpuUsage()
await Promise.all(
  Array.from({ length: clients }, async () => {
    while (next < requests) await ask(paths[next++ % paths.length]!)
  }),
)
agent.destroy()
const { user, system } = process.cpuUsage(cpu)
parentPort?.postMessage({
  milliseconds,
  failures,
  bytes,
  seconds: (performance.now() - began) / 1000,
  cpuSeconds: (user + system) / 1e6,
})
