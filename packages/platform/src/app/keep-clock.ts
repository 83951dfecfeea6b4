import { noteClock } from '../govern/clock/service.ts'
import { beforeClosing, type CaudalNode } from '../store/index.ts'

/** Between two looks at the clock. */
const lookEveryMs = 60_000

/** Has the node remember what its clock shows as long as it runs, so that it notices where it is set forward. */
export async function keepClock(
  node: CaudalNode,
  now: () => Date = () => new Date(),
): Promise<void> {
  // a register that does not answer is told at the next look
  const look = () => noteClock(node.register, now()).catch(() => undefined)
  const timer = setInterval(() => void look(), lookEveryMs)
  timer.unref()
  beforeClosing(node, async () => clearInterval(timer))
  await look()
}
