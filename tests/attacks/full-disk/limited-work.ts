// An import, or a backup, in a process that may write no file beyond a size, as on a disk that is full.
import { importFile } from '../../../packages/platform/src/collect/service.ts'
import { auditLogOf } from '../../../packages/platform/src/govern/audit/audit-log.ts'
import { backUp } from '../../../packages/platform/src/govern/backup/service.ts'
import { terminalActor } from '../../../packages/platform/src/govern/terminal-actor.ts'
import { openNode } from '../../../packages/platform/src/store/index.ts'

const { root, registerUrl, folder, file, profile } = JSON.parse(process.argv[2]!) as Partial<
  Record<'folder' | 'file' | 'profile', string>
> &
  Record<'root' | 'registerUrl', string>

const keeper = terminalActor('data-officer')
try {
  const node = await openNode({ root, registerUrl, threads: 1, memoryLimit: 2 ** 28 })
  try {
    if (folder !== undefined) {
      const { path } = await backUp(node, terminalActor('administrator'), { folder })
      process.stdout.write(JSON.stringify({ path }))
    } else {
      const { rowsAccepted } = await importFile(node, keeper, { file: file!, profile: profile! })
      process.stdout.write(JSON.stringify({ rowsAccepted }))
    }
  } finally {
    // what is left of the node still answers for itself
    await auditLogOf(node).append({ actor: keeper, action: 'still-there', outcome: 'done' })
    await node.close()
  }
} catch (error) {
  const { code, message } = error as { code?: string; message: string }
  process.stdout.write(JSON.stringify({ code: code ?? '', message: message.slice(0, 500) }))
}
