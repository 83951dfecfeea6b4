import { defaultCriterion, measureResidenceFile } from './service.ts'
import type { Command } from 'commander'
import type { CommandContext } from '../../app/command-context.ts'
import { residenceFileRefusals } from './refusals.ts'
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
      const observedUntil = readDay(given.observedUntil, '--observed-until')
      const observedFrom =
        given.observedFrom === undefined
          ? undefined
          : readDay(given.observedFrom, '--observed-from')
      if (observedFrom !== undefined && observedFrom >= observedUntil) {
        throw residenceFileRefusals.refuse('observation-empty', {
          from: given.observedFrom!,
          until: given.observedUntil,
        })
      }
      const options = {
        criterion: {
          thresholdDays: readNumber(given.threshold, '--threshold'),
          windowDays: readNumber(given.window, '--window'),
        },
        observedUntil,
        observedFrom,
        duplicateMinutes: readNumber(given.duplicateMinutes, '--duplicate-minutes'),
        initial: given.initial,
      }
      const report = await measureResidenceFile(crossings, options, (part) => context.write(part))
      context.say(words.report(report))
    })
}

function readDay(text: string, option: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text)) {
    throw residenceFileRefusals.refuse('day-unreadable', { text, option })
  }
  return time / 86_400_000
}

function readNumber(text: string, option: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw residenceFileRefusals.refuse('number-unreadable', { text, option })
  }
  return Number(text)
}
