import type { Command } from 'commander'
import type { CommandContext } from '../../app/command-context.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { runLinkage } from './service.ts'
import { personWords } from './words.ts'

/** Adds `caudal link run`: the person index and the journeys of the node. */
export function addPersonCommands(link: Command, context: CommandContext): void {
  const words = personWords[context.language]
  link
    .command('run')
    .argument('[countries...]', words.countries)
    .description(words.run)
    .option('--full', words.full)
    .action(async (countries: string[], { full }: { full?: boolean }) => {
      const node = await context.openNode()
      const progress = context.progress(words.running)
      const outcomes = await runLinkage(node, terminalActor('linkage-officer'), {
        ...(countries.length > 0 && { countries }),
        full: full ?? false,
        onProgress: (done, country) => progress.update(done, country),
      })
      progress.finish()
      const format = new Intl.NumberFormat(context.language)
      const number = (value: number) => format.format(value)
      if (outcomes.length === 0) context.say(words.nothing)
      for (const outcome of outcomes) {
        context.say(words.done(outcome, number))
        if (outcome.apart.length > 0) {
          const names = outcome.apart.map((name) => (name === '' ? words.nobody : name))
          context.say(words.apart(names.join(', ')))
        }
        if (outcome.outcome === 'up-to-date') continue
        context.say(words.repairs(outcome, number))
        const { findings } = outcome.run
        if (findings.length > 0) context.say(words.split(number(findings.length)))
      }
    })
}
