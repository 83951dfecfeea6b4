// A node under load, in a process of its own that is killed without warning: appends to the audit log,
// versions of a document, imports by the worker. What it was told is done it passes on at once.
import { setTimeout as pause } from 'node:timers/promises'
import { importJob } from '../../../packages/platform/src/collect/jobs.ts'
import { auditLogOf } from '../../../packages/platform/src/govern/audit/audit-log.ts'
import {
  addVersion,
  findDocument,
  listVersions,
} from '../../../packages/platform/src/govern/registers/documents.ts'
import { putDocument } from '../../../packages/platform/src/govern/registers/service.ts'
import { terminalActor } from '../../../packages/platform/src/govern/terminal-actor.ts'
import {
  enqueueJob,
  keepJobs,
  openNode,
  waitForJob,
} from '../../../packages/platform/src/store/index.ts'
import type { LoadRequest, Told } from './told.ts'

const { root, registerUrl, registerOwnerUrl, run, files, profile, activity } = JSON.parse(
  process.argv[2]!,
) as LoadRequest

const tell = (told: Told) => void process.send!(told)
const node = await openNode({
  root,
  registerUrl,
  registerOwnerUrl,
  role: 'server',
  threads: 1,
  memoryLimit: 2 ** 28,
})
keepJobs(node, {
  entry: new URL('../../../packages/platform/src/app/worker.ts', import.meta.url),
  execArgv: ['--import', 'tsx'],
  heapMiB: 256,
  memoryLimit: 2 ** 28,
  threads: 1,
})
const officer = terminalActor('protection-officer')
const keeper = terminalActor('data-officer')
const log = auditLogOf(node)
const { controller } = activity
if ((await findDocument(node.register, 'institution', controller)) === undefined) {
  const content = { name: controller, country: 'HND', contact: 'nobody@example.org' }
  await addVersion(node.register, 'institution', controller, content, 0, 'test')
}

let going = true
process.on('message', () => (going = false))
process.on('disconnect', () => process.exit())
tell({ what: 'open' })

/** What somebody is told when the register or the worker is away; anything else is a bug. */
const expected = new Set([
  'store.register-gone',
  'audit.unavailable',
  'registers.version-conflict',
  'store.job-worker-died',
])

async function untilStopped(work: (count: number) => Promise<void>): Promise<void> {
  for (let count = 0; going; count += 1) {
    try {
      await work(count)
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      if (!expected.has(code ?? '')) tell({ what: 'bug', words: `${code}: ${message}` })
      await pause(50)
    }
  }
}

const appending = [0, 1, 2, 3, 4, 5].map((writer) =>
  untilStopped(async (count) => {
    const subject = `record:${run}-${writer}-${count}`
    const { index } = await log.append({
      actor: keeper,
      action: 'collect.read-records',
      outcome: 'allow',
      purpose: 'statistics',
      subject,
    })
    tell({ what: 'appended', index, subject })
    await pause(5)
  }),
)

const looking = untilStopped(async () => {
  const newest = await log.checkpoint()
  if (newest !== undefined) {
    const { size, root: hash } = newest.checkpoint
    tell({ what: 'checkpoint', size, root: Buffer.from(hash).toString('hex') })
  }
  await pause(40)
})

const writing = untilStopped(async (count) => {
  const [present] = await listVersions(node.register, 'activity', 'crossings')
  const title = `${run}-${count}`
  const { version } = await putDocument(node, officer, {
    register: 'activity',
    id: 'crossings',
    content: { ...activity, title },
    after: present?.version ?? 0,
  })
  tell({ what: 'put', version, title })
  await pause(20)
})

let next = 0
const importing = untilStopped(async () => {
  const file = files[next]
  if (file === undefined) {
    await pause(100)
    return
  }
  const id = await enqueueJob(node, importJob.kind, { file, profile }, { actor: keeper })
  // asked for; where the answer is lost with the register, the next one is
  next += 1
  const { batch } = await waitForJob<{ batch: number | null }>(node, id)
  tell({ what: 'imported', file, batch })
})

await Promise.all([...appending, looking, writing, importing])
await node.close()
process.disconnect()
