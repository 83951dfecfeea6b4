import { InvalidArgumentError, Option, type Command } from 'commander'
import { Refusal } from '@caudal/methods/vocabulary'
import { createCodeListBook, type CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import type { CommandContext } from '../../app/command-context.ts'
import { readCodeLists } from '../codes/service.ts'
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
        const codeLists = await listsAtHand(context)
        const suggestion = await suggestProfile({
          file,
          ...(recordType === undefined ? {} : { recordType }),
          ...(country === undefined ? {} : { country: country.toUpperCase() }),
          language: context.language,
          codeLists,
        })
        context.say(suggestionText(suggestion, context.language, codeLists))
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
        const codeLists = await listsAtHand(context)
        const check = await checkProfile({
          file,
          profile: options.profile,
          rows: options.rows,
          receivedOn: new Date().toISOString().slice(0, 10),
          codeLists,
        })
        await context.write(
          options.format === 'json'
            ? `${JSON.stringify(check, null, 2)}\n`
            : checkText(check, context.language, codeLists),
        )
      },
    )
}

/** The code lists of the node that the command is meant for, where there is one; else those of the platform. */
async function listsAtHand(context: CommandContext): Promise<CodeListBook> {
  try {
    const node = await context.findNode()
    if (node !== undefined) return await readCodeLists(node)
  } catch (error) {
    // A file is looked at while another command works in the node, too.
    if (!(error instanceof Refusal) || error.code !== 'store.command-under-way') throw error
    context.say(profileWords[context.language].withoutOwnCodes)
  }
  return createCodeListBook()
}

function rowCount(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('1 … 9999')
  return Number(text)
}
