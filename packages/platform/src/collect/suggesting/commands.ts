import { InvalidArgumentError, Option, type Command } from 'commander'
import type { CommandContext } from '../../app/command-context.ts'
import { checkProfile, suggestProfile } from '../service.ts'
import { checkText } from './check-text.ts'
import { suggestionText } from './suggestion-text.ts'
import { profileWords } from './words.ts'

/** `caudal profile suggest FILE` and `caudal profile check FILE`. */
export function addProfileCommands(program: Command, context: CommandContext): void {
  const words = profileWords[context.language]
  const profile = program
    .command('profile')
    .description(words.profile)
    .addHelpText('after', `\n${words.examples}`)
  profile
    .command('suggest')
    .description(words.suggest)
    .argument('<file>', words.suggestFile)
    .option('--record-type <type>', words.recordType)
    .option('--country <code>', words.country)
    .addOption(
      new Option('--format <format>', words.suggestFormat)
        .choices(['profile', 'json'])
        .default('profile'),
    )
    .action(
      async (
        file: string,
        options: { recordType?: string; country?: string; format: 'profile' | 'json' },
      ) => {
        const { recordType, country, format } = options
        const suggestion = await suggestProfile({
          file,
          ...(recordType === undefined ? {} : { recordType }),
          ...(country === undefined ? {} : { country: country.toUpperCase() }),
        })
        context.say(suggestionText(suggestion, context.language))
        const written = format === 'json' ? suggestion : suggestion.profile
        await context.write(`${JSON.stringify(written, null, 2)}\n`)
      },
    )
  profile
    .command('check')
    .description(words.check)
    .argument('<file>', words.checkFile)
    .requiredOption('--profile <profile>', words.checkProfile)
    .option('--rows <records>', words.rows, rowCount, 5)
    .addOption(
      new Option('--format <format>', words.checkFormat).choices(['text', 'json']).default('text'),
    )
    .action(
      async (file: string, options: { profile: string; rows: number; format: 'text' | 'json' }) => {
        const check = await checkProfile({
          file,
          profile: options.profile,
          rows: options.rows,
          receivedOn: new Date().toISOString().slice(0, 10),
        })
        await context.write(
          options.format === 'json'
            ? `${JSON.stringify(check, null, 2)}\n`
            : checkText(check, context.language),
        )
      },
    )
}

function rowCount(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('1 … 9999')
  return Number(text)
}
