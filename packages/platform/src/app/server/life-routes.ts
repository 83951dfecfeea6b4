import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Accounts } from '../../govern/accounts/index.ts'
import { findKnownBackups, stateOfBackups } from '../../govern/backup/known-backups.ts'
import { readClock } from '../../govern/clock/service.ts'
import { listRuns } from '../../govern/retention/runs.ts'
import type { CaudalNode } from '../../store/node.ts'
import { appRefusals } from '../refusals.ts'
import { version } from '../version.ts'
import { isLoopback } from './loopback.ts'
import { answers, findStoreStates } from './store-states.ts'

const life = { config: { access: { open: 'life' } } } as const

/**
 * Signs of life: `/health` says whether the node can work (and, to programs on its own machine, whether
 * its last backup is recent), `/metrics` how it works (Prometheus), to programs on its own machine
 * alone. Counts by route pattern, method and status; nothing of persons.
 */
export function addLifeRoutes(server: FastifyInstance, node: CaudalNode, accounts: Accounts): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'caudal_' })
  const requests = new Counter({
    name: 'caudal_http_requests_total',
    help: 'Requests answered, by route, method and status',
    labelNames: ['route', 'method', 'status'],
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'caudal_http_request_seconds',
    help: 'Time to the end of the answer, by route, in seconds',
    labelNames: ['route'],
    buckets: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  const hashes = new Gauge({
    name: 'caudal_password_hashes',
    help: 'Password hashes that are computed, or wait, at this moment',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { running, waiting } = accounts.hasher.load
      this.set({ state: 'running' }, running)
      this.set({ state: 'waiting' }, waiting)
    },
  })
  const up = new Gauge({
    name: 'caudal_register_up',
    help: '1 where the register answers, 0 where it does not',
    registers: [registry],
    async collect() {
      this.set((await answers(node)) ? 1 : 0)
    },
  })
  const folders = new Gauge({
    name: 'caudal_store_up',
    help: '1 where the records (lake) or the figures (cubes) can be read and added to, 0 where not',
    labelNames: ['store'],
    registers: [registry],
    async collect() {
      this.reset()
      const { lake, cubes } = await findStoreStates(node)
      for (const [store, state] of Object.entries({ lake, cubes })) {
        if (state !== undefined) this.set({ store }, state === 'up' ? 1 : 0)
      }
    },
  })
  const backups = new Gauge({
    name: 'caudal_backup_timestamp_seconds',
    help: 'Moment to which a backup that is kept restores, seconds since 1970; absent where there is none',
    labelNames: ['backup'],
    registers: [registry],
    async collect() {
      this.reset()
      const known = await findKnownBackups(node).catch(() => undefined)
      for (const backup of ['oldest', 'newest'] as const) {
        const at = known?.[backup]
        if (typeof at === 'string') this.set({ backup }, Date.parse(at) / 1000)
      }
    },
  })
  const retention = new Gauge({
    name: 'caudal_retention_run_timestamp_seconds',
    help: 'End of the last run that erased what had been kept long enough, seconds since 1970, by outcome',
    labelNames: ['outcome'],
    registers: [registry],
    async collect() {
      this.reset()
      const [run] = await listRuns(node.register, 1).catch(() => [])
      if (run === undefined) return
      this.set({ outcome: run.outcome }, Date.parse(run.endedAt ?? run.startedAt) / 1000)
    },
  })
  const clock = new Gauge({
    name: 'caudal_clock_ahead_seconds',
    help: 'How far the clock is ahead of what can have passed; 0 where it is believed, NaN where nobody knows',
    registers: [registry],
    async collect() {
      const believed = await readClock(node.register, new Date()).catch(() => undefined)
      this.set(believed?.aheadSeconds ?? Number.NaN)
    },
  })
  void hashes
  void up
  void folders
  void backups
  void retention
  void clock

  server.addHook('onResponse', async (request, reply) => {
    const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none')
    requests.inc({ route, method: request.method, status: reply.statusCode })
    seconds.observe({ route }, reply.elapsedTime / 1000)
    request.log.info(
      {
        route,
        method: request.method,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })

  server.get('/health', life, async (request, reply) => {
    const stores = await findStoreStates(node)
    const { register } = stores
    const isUp = Object.values(stores).every((state) => state === 'up')
    // how old the backups are is for whoever keeps the machine, and not for strangers
    const own =
      register === 'up' && isFromThisMachine(request)
        ? {
            backup: stateOfBackups(await findKnownBackups(node), new Date()),
            clock:
              (await readClock(node.register, new Date())).aheadSeconds > 0 ? 'ahead' : 'right',
          }
        : {}
    return reply
      .code(isUp ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: isUp ? 'up' : 'degraded', ...stores, ...own, version })
  })

  server.get('/metrics', life, async (request, reply) => {
    if (!isFromThisMachine(request)) throw appRefusals.refuse('no-such-page', { path: '/metrics' })
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

/** A proxy on this machine speaks for others: what it passes on does not count. */
function isFromThisMachine(request: FastifyRequest): boolean {
  const passedOn = 'x-forwarded-for' in request.headers || 'forwarded' in request.headers
  return !passedOn && isLoopback((request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''))
}
