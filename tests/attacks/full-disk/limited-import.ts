// An import in a process that may write no file beyond a size, as on a disk that is full.
import { importFile } from '../../../packages/platform/src/collect/service.ts'
import { auditLogOf } from '../../../packages/platform/src/govern/audit/audit-log.ts'
import { terminalActor } from '../../../packages/platform/src/govern/terminal-actor.ts'
import { openNode } from '../../../packages/platform/src/store/index.ts'

const { root, registerUrl, file, profile } = JSON.parse(process.argv[2]!) as Record<
  'root' | 'registerUrl' | 'file' | 'profile',
  string
>

const keeper = terminalActor('data-officer')
try {
  const node = await openNode({ root, registerUrl, threads: 1, memoryLimit: 2 ** 28 })
  try {
    const { rowsAccepted } = await importFile(node, keeper, { file, profile })
    process.stdout.write(JSON.stringify({ rowsAccepted }))
  } finally {
    // what is left of the node still answers for itself
    await auditLogOf(node).append({ actor: keeper, action: 'still-there', outcome: 'done' })
    await node.close()
  }
} catch (error) {
  const { code, message } = error as { code?: string; message: string }
  process.stdout.write(JSON.stringify({ code: code ?? '', message: message.slice(0, 500) }))
}
