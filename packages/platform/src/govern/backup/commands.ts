import { type Command, InvalidArgumentError } from 'commander'
import type { CommandContext } from '../../app/command-context.ts'
import type { CaudalNode } from '../../store/node.ts'
import { terminalActor } from '../terminal-actor.ts'
import { backupWords } from './command-words.ts'
import { backUp, keyPlace, restore } from './service.ts'

/**
 * Adds `caudal backup` and `caudal restore`.
 * @param rebuild makes anew what was made from records that are erased or set aside again
 */
export function addBackupCommands(
  program: Command,
  context: CommandContext,
  rebuild: (node: CaudalNode) => Promise<void>,
): void {
  const words = backupWords[context.language]
  program
    .command('backup <folder>')
    .description(words.backup)
    .option('--whole', words.whole, false)
    .option('--keep <number>', words.keep, toCount)
    .action(async (folder: string, { whole, keep }: { whole: boolean; keep?: number }) => {
      const node = await context.knownNode()
      const bar = context.progress(words.writing)
      const archive = await backUp(node, terminalActor('administrator'), {
        folder,
        whole,
        ...(keep === undefined ? {} : { keep }),
        progress: (done) => bar.update(done),
      })
      bar.finish()
      const own = archive.manifest.filter(({ archive: id }) => id === archive.id)
      context.say(words.written(archive.path, own.length, archive.base))
      for (const path of archive.damaged) context.say(words.damaged(path, archive.base === null))
      if (archive.pruned.length > 0) {
        context.say(words.pruned(archive.pruned.length))
        for (const { path, preface } of archive.pruned) {
          context.say(words.prunedOne(path, preface.at))
        }
      } else if (keep !== undefined && archive.damaged.length > 0) context.say(words.noneRemoved)
      else if (keep !== undefined) context.say(words.nonePruned)
      context.say(words.keepKey(keyPlace(node), node.keyring.keyId))
    })
  program
    .command('restore <folder>')
    .description(words.restore)
    .requiredOption('--to <folder>', words.to)
    .option('--at <moment>', words.at)
    .option('--node-key <file>', words.nodeKey, oneMore)
    .action(async (from: string, { nodeKey: nodeKeys, ...options }: RestoreWords) => {
      const bar = context.progress(words.restoring)
      const restored = await restore({
        from,
        ...options,
        ...(nodeKeys === undefined ? {} : { nodeKeys }),
        rebuild,
        progress: (done) => bar.update(done),
      })
      bar.finish()
      context.say(words.restored(restored.at, restored.files, options.to))
      if (restored.erasedAgain > 0) context.say(words.erasedAgain(restored.erasedAgain))
      if (restored.restrictedAgain > 0) {
        context.say(words.restrictedAgain(restored.restrictedAgain))
      }
      if (restored.endedAgain > 0) context.say(words.endedAgain(restored.endedAgain))
    })
}

interface RestoreWords {
  readonly to: string
  readonly at?: string
  readonly nodeKey?: readonly string[]
}

/** An option that may be given again. */
function oneMore(file: string, before: readonly string[] = []): readonly string[] {
  return [...before, file]
}

function toCount(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('1–9999')
  return Number(text)
}
