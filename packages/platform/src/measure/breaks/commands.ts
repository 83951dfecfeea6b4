import type { Command } from 'commander'
import { csvLine } from '@caudal/methods/measure'
import type { CommandContext } from '../../app/command-context.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { readWhole } from '../option-values/option-values.ts'
import { addBreak, endBreak, listKeptBreaks } from './service.ts'
import { breakWords } from './words.ts'

interface AddArguments {
  readonly es: string
  readonly en: string
  readonly fr: string
  readonly source: string
}

/** `caudal breaks`: breaks in series, recorded with their reason by whoever knows the source. */
export function addBreakCommands(program: Command, context: CommandContext): void {
  const words = breakWords[context.language]
  const breaks = program.command('breaks').description(words.breaks)
  const actor = () => terminalActor('statistician')
  breaks
    .command('add')
    .description(words.add)
    .argument('<country>', words.country)
    .argument('<cube>', words.cube)
    .argument('<from>', words.from)
    .requiredOption('--es <text>', words.reasonIn('es'))
    .requiredOption('--en <text>', words.reasonIn('en'))
    .requiredOption('--fr <text>', words.reasonIn('fr'))
    .requiredOption('--source <text>', words.source)
    .action(async (country: string, cube: string, from: string, given: AddArguments) => {
      const { es, en, fr, source } = given
      const id = await addBreak(await context.openNode(), actor(), {
        country,
        cube,
        from,
        reason: { es, en, fr },
        source,
      })
      context.say(words.added(id))
    })
  breaks
    .command('end')
    .description(words.end)
    .argument('<number>', words.number)
    .requiredOption('--because <text>', words.because)
    .action(async (number: string, { because }: { readonly because: string }) => {
      const id = readWhole(number, '<number>')
      await endBreak(await context.openNode(), actor(), id, because)
      context.say(words.ended(id))
    })
  breaks
    .command('list')
    .description(words.list)
    .option('--all', words.all)
    .action(async ({ all = false }: { readonly all?: boolean }) => {
      const kept = await listKeptBreaks(await context.openNode(), actor())
      const shown = kept.filter(({ ended }) => all || ended === null)
      await context.write(
        [
          csvLine(['number', 'country', 'cube', 'from', 'reason', 'source', 'recorded', 'ended']),
          ...shown.map(({ id, country, cube, from, reason, source, recordedAt, ended }) =>
            csvLine([
              id,
              country,
              cube,
              from,
              reason[context.language],
              source,
              recordedAt,
              ended === null ? '' : `${ended.at}: ${ended.reason}`,
            ]),
          ),
        ].join(''),
      )
      context.say(words.listed(shown.length))
    })
}
