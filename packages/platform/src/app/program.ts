import { Command, Option } from 'commander'
import { languages } from '@caudal/methods/vocabulary'
import { addCollectCommands } from '../collect/commands.ts'
import { checkCorrection } from '../collect/correction/check-correction.ts'
import { namesPersons } from '../collect/correction/names-persons.ts'
import { addLinkCommand } from '../link/commands.ts'
import { addAuditCommands } from '../govern/audit/commands.ts'
import { addBackupCommands } from '../govern/backup/commands.ts'
import { addKeyCommands } from '../govern/keys/commands.ts'
import { addGovernCommands } from '../govern/registers/commands.ts'
import { addAccountsCommands } from '../govern/accounts/commands.ts'
import { addMeasureCommands } from '../measure/commands.ts'
import { addExchangeCommands } from '../exchange/commands.ts'
import { addProtectCommands } from '../protect/commands.ts'
import { addBoundariesCommand } from '../publish/boundaries/commands.ts'
import { terminalActor } from '../govern/terminal-actor.ts'
import { addBreakCommands } from '../measure/breaks/commands.ts'
import { addAccountCommands } from '../measure/accounts/commands.ts'
import { addResidenceCommand } from '../measure/residence/commands.ts'
import { addIndicatorCommand } from '../measure/indicators/commands.ts'
import { addComparisonCommands } from '../measure/comparison-commands.ts'
import { addProvisionalCommand } from '../measure/provisional/commands.ts'
import { addSurveyCommands } from '../measure/survey/commands.ts'
import { addSurvivalCommand } from '../measure/survival/commands.ts'
import { addPublishCommands } from '../publish/commands.ts'
import { createPublishService } from '../publish/service.ts'
import { addReleaseCommands } from '../publish/release/commands.ts'
import type { CaudalNode } from '../store/index.ts'
import { addSyntheticCommands } from '../synthetic/commands.ts'
import type { CommandContext } from './command-context.ts'
import { commandWords } from './command-words.ts'
import { rebuild } from './rebuild.ts'
import { addStartCommand } from './start/command.ts'
import { helpInWords, sayUsageError } from './usage-words.ts'
import { version } from './version.ts'

// One question: roll-ups are read from their files, none is loaded.
const figuresOf = (node: CaudalNode) => createPublishService(node, { memory: 0 }).figures

/** The whole command line: every stage adds its own verbs. */
export function program(context: CommandContext): Command {
  const words = commandWords[context.language]
  const commands = new Command('caudal')
    .description(words.description)
    .version(version, '--version', words.version)
    .helpOption('-h, --help', words.help)
    .helpCommand('help [command]', words.help)
    .option('--data <folder>', words.data, process.env['CAUDAL_DATA'] ?? '.caudal')
    .addOption(
      new Option('--language <language>', words.language)
        .choices(languages)
        .default(context.language),
    )
    .showHelpAfterError(words.seeHelp)
    .showSuggestionAfterError(true)
    .exitOverride()
    .addHelpText('after', `\n${words.examples}`)
    .configureOutput({
      outputError: (message, write) => write(`${sayUsageError(message, context.language)}\n`),
    })
    .configureHelp({
      ...helpInWords(context.language),
      showGlobalOptions: true,
      // What is a sentence in the help of its own command is an entry in a list of them.
      subcommandDescription: (command) => command.description().replace(/\.$/, ''),
    })

  addStartCommand(commands, context, () => commands.opts<{ data: string }>().data)
  addSyntheticCommands(commands, context)
  addCollectCommands(commands, context)
  addLinkCommand(commands, context)
  addMeasureCommands(commands, context)
  addPublishCommands(commands, context)
  const importing = commands.commands.find((command) => command.name() === 'import')
  if (importing !== undefined) addBoundariesCommand(importing, context)
  const measure = commands.command('measure').description(words.measure)
  addResidenceCommand(measure, context)
  addProvisionalCommand(measure, context)
  addIndicatorCommand(measure, context)
  addSurveyCommands(measure, context)
  addSurvivalCommand(measure, context)
  addAccountCommands(measure, context, figuresOf)
  addComparisonCommands(measure, context, figuresOf)
  addBreakCommands(commands, context)
  addProtectCommands(commands, context)
  addReleaseCommands(commands, context)
  addAuditCommands(commands, context)
  addExchangeCommands(commands, context)
  addBackupCommands(commands, context, (node) => rebuild(node, terminalActor('statistician')))
  addKeyCommands(commands, context)
  addGovernCommands(
    commands,
    context,
    (node) => rebuild(node, terminalActor('statistician')),
    checkCorrection,
    namesPersons,
  )
  addAccountsCommands(commands, context)
  return commands
}
