import { defaultCriterion, measureResidenceFile } from './service.ts'
import type { Command } from 'commander'
import type { CommandContext } from '../../app/command-context.ts'
import { readObservation, readWhole } from '../option-values/option-values.ts'
import { residenceWords } from './words.ts'

interface ResidenceArguments {
  readonly observedUntil: string
  readonly observedFrom?: string
  readonly threshold: string
  readonly window: string
  readonly initial?: string
  readonly duplicateMinutes: string
}

/** `caudal measure residence CROSSINGS.csv`: the residence rule on a plain file, without a node. */
export function addResidenceCommand(measure: Command, context: CommandContext): void {
  const words = residenceWords[context.language]
  measure
    .command('residence')
    .argument('<crossings>', words.crossings)
    .description(words.description)
    .requiredOption('--observed-until <day>', words.observedUntil)
    .option('--observed-from <day>', words.observedFrom)
    .option('--threshold <days>', words.threshold, String(defaultCriterion.thresholdDays))
    .option('--window <days>', words.window, String(defaultCriterion.windowDays))
    .option('--initial <states>', words.initial)
    .option('--duplicate-minutes <minutes>', words.duplicateMinutes, '0')
    .addHelpText('after', `\n${words.columns}`)
    .action(async (crossings: string, given: ResidenceArguments) => {
      const observation = readObservation(given.observedUntil, given.observedFrom)
      const options = {
        criterion: {
          thresholdDays: readWhole(given.threshold, '--threshold'),
          windowDays: readWhole(given.window, '--window'),
        },
        ...observation,
        duplicateMinutes: readWhole(given.duplicateMinutes, '--duplicate-minutes'),
        initial: given.initial,
      }
      const report = await measureResidenceFile(crossings, options, (part) => context.write(part))
      context.say(words.report(report))
    })
}
