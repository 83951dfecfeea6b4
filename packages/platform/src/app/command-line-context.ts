import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { dataFolder, openNode } from '../store/index.ts'
import type { CaudalNode } from '../store/node.ts'
import type { Language } from '@caudal/methods/vocabulary'
import type { CommandContext } from './command-context.ts'
import { appRefusals } from './refusals.ts'
import { terminalProgress, type TerminalProgress } from './terminal-progress.ts'

export interface CommandLineContext extends CommandContext {
  /** Ends the progress of steps that did not come to their end, before it is said why. */
  abandonProgress(): void
  /** Closes what the command opened. */
  close(): Promise<void>
}

/** The context of one run of the command line: its node is opened when first asked for. */
export function commandLineContext(language: Language, root: () => string): CommandLineContext {
  let node: Promise<CaudalNode> | undefined
  const begun: TerminalProgress[] = []
  const open = () => {
    node ??= openNode({ root: root(), role: 'command' })
    return node
  }
  // a node has keys as soon as it is one
  const isNode = () => existsSync(dataFolder(root()).keys)
  return {
    language,
    openNode: open,
    findNode: async () => (isNode() ? await open() : undefined),
    async knownNode() {
      if (!isNode()) throw appRefusals.refuse('no-node', { folder: dataFolder(root()).root })
      return await open()
    },
    say(sentence) {
      process.stderr.write(`${sentence}\n`)
    },
    async write(data) {
      if (!process.stdout.write(data)) await once(process.stdout, 'drain')
    },
    progress(title) {
      const progress = terminalProgress(title, process.stderr)
      begun.push(progress)
      return progress
    },
    abandonProgress() {
      for (const progress of begun) progress.abandon()
    },
    async close() {
      await (await node?.catch(() => undefined))?.close()
    },
  }
}
