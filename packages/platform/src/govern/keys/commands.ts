import { type Command, InvalidArgumentError } from 'commander'
import type { CommandContext } from '../../app/command-context.ts'
import { terminalActor } from '../terminal-actor.ts'
import { keyWords } from './command-words.ts'
import { describeKeys, destroyBatchKey, retireKey, rotateKey } from './service.ts'

/** Adds `caudal keys show`, `rotate`, `retire` and `destroy`. */
export function addKeyCommands(program: Command, context: CommandContext): void {
  const words = keyWords[context.language]
  const administrator = terminalActor('administrator')
  const keys = program.command('keys').description(words.keys)
  keys
    .command('show')
    .description(words.show)
    .action(async () => {
      const report = await describeKeys(await context.knownNode(), administrator)
      context.say(words.present(report.keyId, report.source))
      for (const { keyId, keys: count } of report.wrapped) context.say(words.wrapped(keyId, count))
    })
  keys
    .command('rotate')
    .description(words.rotate)
    .action(async () => {
      const rotated = await rotateKey(await context.knownNode(), administrator)
      context.say(words.rotated(rotated.keyId, rotated.keys, rotated.from))
      if (rotated.elsewhere !== undefined) context.say(words.putThere(rotated.elsewhere))
    })
  keys
    .command('retire')
    .description(words.retire)
    .option('--yes', words.yes, false)
    .action(async ({ yes }: { yes: boolean }) => {
      if (!yes) return unconfirmed()
      context.say(words.retired(await retireKey(await context.knownNode(), administrator)))
    })
  keys
    .command('destroy <batch>')
    .description(words.destroy)
    .option('--yes', words.yes, false)
    .action(async (batch: string, { yes }: { yes: boolean }) => {
      if (!/^[1-9]\d{0,8}$/.test(batch)) throw new InvalidArgumentError('1, 2, 3 …')
      if (!yes) return unconfirmed()
      const officer = terminalActor('protection-officer')
      await destroyBatchKey(await context.knownNode(), officer, Number(batch))
      context.say(words.destroyed(Number(batch)))
    })

  function unconfirmed(): void {
    context.say(words.confirm)
    process.exitCode = 2
  }
}
