import { nodeActor } from '../govern/node-actor.ts'
import { isRetentionDue, runDailyRetention } from '../govern/retention/service.ts'
import { beforeClosing, type CaudalNode, defineJob, enqueueJob } from '../store/index.ts'
import { rebuild } from './rebuild.ts'

/** Whoever erases what has expired when nobody is there to do it: the schedule was decided by people. */
const retentionActor = { ...nodeActor, roles: ['protection-officer'] } as const

/** Erases what has been kept as long as its activity allows. */
export const retentionJob = defineJob<Record<string, never>, { readonly erased: number }>({
  kind: 'app.retention',
  run: async ({ node }) => {
    const today = new Date().toISOString().slice(0, 10)
    const run = await runDailyRetention(node, retentionActor, today, () => rebuild(node, nodeActor))
    return { erased: run.erased.length }
  },
})

/** Between two looks at whether the day's run has been made. */
const lookEveryMs = 10 * 60_000

/**
 * Has retention run once a day, as work of the queue, as long as the node runs: soon after its start
 * where the day's run is missing, and after every midnight (UTC). What fails is said in the run and
 * tried again an hour later; it stops nothing else.
 * @returns settles once the first look has been made
 */
export async function keepRetention(
  node: CaudalNode,
  now: () => Date = () => new Date(),
): Promise<void> {
  const look = async () => {
    // a register that does not answer is asked again at the next look
    if (await isRetentionDue(node, now()).catch(() => false)) await ask(node).catch(() => {})
  }
  const timer = setInterval(() => void look(), lookEveryMs)
  timer.unref()
  beforeClosing(node, async () => clearInterval(timer))
  await look()
}

/** Puts the run in the queue, where none waits there already. */
async function ask(node: CaudalNode): Promise<void> {
  const [unfinished] = await node.register.query(
    "select id from jobs where kind = $1 and status in ('waiting', 'running') limit 1",
    [retentionJob.kind],
  )
  if (unfinished === undefined) await enqueueJob(node, retentionJob, {}, { actor: retentionActor })
}
