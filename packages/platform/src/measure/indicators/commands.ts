import type { Command } from 'commander'
import type { CommandContext } from '../../app/command-context.ts'
import { listIndicators, measureIndicatorFile } from './service.ts'
import { indicatorWords } from './words.ts'

const gather = (value: string, before: readonly string[]) => [...before, value]

/** `caudal measure indicator [ID FILE.csv]`: an indicator from its inputs, or the catalogue. */
export function addIndicatorCommand(measure: Command, context: CommandContext): void {
  const words = indicatorWords[context.language]
  measure
    .command('indicator')
    .argument('[indicator]', words.indicator)
    .argument('[file]', words.file)
    .description(words.description)
    .option('--by <column>', words.by, gather, [])
    .addHelpText('after', `\n${words.columns}`)
    .action(
      async (
        id: string | undefined,
        file: string | undefined,
        options: { by: readonly string[] },
        command: Command,
      ) => {
        if (id === undefined) return context.write(listIndicators(context.language))
        if (file === undefined) command.error(words.fileMissing, { exitCode: 2 })
        const report = await measureIndicatorFile(id, file, options.by, (text) =>
          context.write(text),
        )
        const { title, unit } = report.indicator
        context.say(
          words.report(
            `${title[context.language]} (${unit[context.language]})`,
            report.values,
            report.gaps,
          ),
        )
      },
    )
}
