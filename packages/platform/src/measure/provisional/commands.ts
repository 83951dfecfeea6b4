import type { Command } from 'commander'
import { residenceCriteria } from '@caudal/methods/measure/residence'
import type { CommandContext } from '../../app/command-context.ts'
import { readObservation, readReleases, readWhole } from '../option-values/option-values.ts'
import { estimateProvisionalFile } from './service.ts'
import { provisionalWords } from './words.ts'

interface ProvisionalArguments {
  readonly observedUntil: string
  readonly release: readonly string[]
  readonly observedFrom?: string
  readonly threshold: string
  readonly window: string
  readonly duplicateMinutes: string
  readonly group?: string
  readonly trait: readonly string[]
}

const gather = (value: string, before: readonly string[]) => [...before, value]

/** `caudal measure provisional CROSSINGS.csv`: months that are not final yet, with their intervals. */
export function addProvisionalCommand(measure: Command, context: CommandContext): void {
  const words = provisionalWords[context.language]
  const usual = residenceCriteria['twelve-in-sixteen']
  measure
    .command('provisional')
    .argument('<crossings>', words.crossings)
    .description(words.description)
    .requiredOption('--observed-until <day>', words.observedUntil)
    .option('--release <day>', words.release, gather, [])
    .option('--observed-from <day>', words.observedFrom)
    .option('--threshold <days>', words.threshold, String(usual.thresholdDays))
    .option('--window <days>', words.window, String(usual.windowDays))
    .option('--duplicate-minutes <minutes>', words.duplicateMinutes, '0')
    .option('--group <column>', words.group)
    .option('--trait <column>', words.trait, gather, [])
    .addHelpText('after', `\n${words.columns}`)
    .action(async (crossings: string, given: ProvisionalArguments) => {
      const observation = readObservation(given.observedUntil, given.observedFrom)
      const report = await estimateProvisionalFile(
        crossings,
        {
          criterion: {
            thresholdDays: readWhole(given.threshold, '--threshold'),
            windowDays: readWhole(given.window, '--window'),
          },
          releases: readReleases(given.release, observation),
          observedFrom: observation.observedFrom,
          duplicateMinutes: readWhole(given.duplicateMinutes, '--duplicate-minutes'),
          group: given.group,
          traits: given.trait,
        },
        (text) => context.write(text),
      )
      context.say(words.report(report))
    })
}
