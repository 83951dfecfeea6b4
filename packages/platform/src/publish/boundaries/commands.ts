import { Option, type Command } from 'commander'
import type { CommandContext } from '../../app/command-context.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { boundaryWords } from './boundary-words.ts'
import { boundaryLevels, importBoundaries, type BoundaryLevel } from './service.ts'

interface BoundaryOptions {
  readonly level: BoundaryLevel
  readonly country?: string
  readonly codeProperty: string
  readonly nameProperty?: string
  readonly title: string
  readonly licence: string
  readonly owner: string
  readonly layer?: string
  readonly dissolve?: boolean
}

/** `caudal import boundaries FILE`: boundaries of departments or municipalities for the node's maps. */
export function addBoundariesCommand(importCommand: Command, context: CommandContext): void {
  const words = boundaryWords[context.language]
  importCommand
    .command('boundaries')
    .description(words.description)
    .argument('<file>', words.file)
    .addOption(
      new Option('--level <level>', words.level).choices(boundaryLevels).default('municipality'),
    )
    .option('--country <code>', words.country)
    .requiredOption('--code-property <name>', words.codeProperty)
    .option('--name-property <name>', words.nameProperty)
    .requiredOption('--title <text>', words.title)
    .requiredOption('--licence <text>', words.licence)
    .requiredOption('--owner <text>', words.owner)
    .option('--layer <name>', words.layer)
    .option('--dissolve', words.dissolve)
    .action(async (file: string, options: BoundaryOptions) => {
      const node = await context.openNode()
      const done = await importBoundaries(node, terminalActor('statistician'), {
        ...options,
        path: file,
      })
      context.say(words.outcome(done))
      if (done.repairs) for (const line of words.repaired(done.repairs)) context.say(line)
    })
}
