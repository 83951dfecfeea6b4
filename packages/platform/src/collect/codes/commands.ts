import { Option, type Command } from 'commander'
import type { Actor } from '@caudal/methods/govern'
import { languages, openingOf, ownCodes } from '@caudal/methods/vocabulary'
import type { CommandContext } from '../../app/command-context.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { csvLine } from '../report/csv-line.ts'
import { textTable } from '../report/text-table.ts'
import { listedCodes, readCodeFile, writeCodeFile } from './code-table.ts'
import { findList } from './refusal-of-code.ts'
import { addCodes, endCode, listOwnCodes, readCodeLists, takeInCodes } from './service.ts'
import { codeWords } from './words.ts'

type Format = 'table' | 'csv' | 'json'

interface Keeper {
  readonly institution?: string
  readonly country?: string
  readonly because: string
}

interface Added extends Keeper {
  readonly es: string
  readonly en: string
  readonly fr: string
  readonly from: string
  readonly until?: string
  readonly parent?: string
  readonly countsAs?: string
  readonly alias: readonly string[]
}

/** `caudal codes list|show|add|end|import|export`. */
export function addCodeCommands(program: Command, context: CommandContext): void {
  const words = codeWords[context.language]
  const codes = program
    .command('codes')
    .description(words.codes)
    .addHelpText('after', `\n${words.examples}`)
  addReading(codes, context)
  addKeeping(codes, context)
}

function addReading(codes: Command, context: CommandContext): void {
  const { language } = context
  const words = codeWords[language]
  const format = () =>
    new Option('--format <format>', words.format).choices(['table', 'csv', 'json']).default('table')

  codes
    .command('list')
    .description(words.list)
    .option('--own', words.onlyOwn)
    .addOption(format())
    .action(async (options: { own?: boolean; format: Format }) => {
      const book = await readCodeLists(await context.openNode())
      const lists = book
        .list()
        .map((list) => ({
          list: list.id,
          title: list.title[language],
          codes: list.codes.length,
          own: ownCodes(list).size,
          open: openingOf(list.id) !== undefined,
        }))
        .filter(({ own }) => options.own !== true || own > 0)
      if (lists.length === 0) context.say(words.none)
      if (options.format === 'json') return context.write(`${JSON.stringify(lists, null, 2)}\n`)
      const rows = lists.map((each) => [
        each.list,
        each.title,
        String(each.codes),
        String(each.own),
        each.open ? words.open : words.closed,
      ])
      if (options.format === 'csv') {
        return context.write([words.listHeadings, ...rows].map(csvLine).join(''))
      }
      return lists.length === 0
        ? undefined
        : context.write(textTable([words.listHeadings, ...rows], [2, 3]))
    })

  codes
    .command('show')
    .description(words.show)
    .argument('<list>', words.listId)
    .option('--own', words.onlyOwn)
    .addOption(format())
    .action(async (id: string, options: { own?: boolean; format: Format }) => {
      const list = findList(await readCodeLists(await context.openNode()), id)
      const listed = listedCodes(list, language, options.own === true)
      if (options.format === 'json') return context.write(`${JSON.stringify(listed, null, 2)}\n`)
      const rows = listed.map((each) => [
        each.code,
        each.label,
        each.parent,
        each.standard,
        each.validFrom,
        each.validTo,
        each.replacedBy,
        each.own ? words.own : '',
      ])
      if (options.format === 'csv') {
        return context.write([words.codeHeadings, ...rows].map(csvLine).join(''))
      }
      context.say(`${list.title[language]} (${list.id} ${list.version})`)
      context.say(words.sourceOf(list.source.owner, list.source.title))
      if (list.note !== undefined) context.say(list.note[language])
      return context.write(textTable([words.codeHeadings, ...rows], []))
    })

  codes
    .command('export')
    .description(words.export)
    .argument('[list]', words.listId)
    .action(async (list?: string) => {
      const node = await context.openNode()
      if (list !== undefined) findList(await readCodeLists(node), list)
      const own = await listOwnCodes(node, terminalActor('data-officer'), list)
      if (own.length === 0) context.say(words.none)
      await context.write(writeCodeFile(own))
    })
}

function addKeeping(codes: Command, context: CommandContext): void {
  const words = codeWords[context.language]
  const kept = (command: Command) =>
    command
      .option('--institution <institution>', words.institution)
      .option('--country <code>', words.country)

  const adding = kept(codes.command('add').description(words.add))
    .argument('<list>', words.listId)
    .argument('<code>', words.code)
  for (const language of languages) {
    adding.requiredOption(`--${language} <name>`, words.name(language))
  }
  adding
    .requiredOption('--from <day>', words.from)
    .option('--until <day>', words.until)
    .option('--parent <code>', words.parent)
    .option('--counts-as <code>', words.countsAs)
    .option('--alias <text>', words.alias, gathered, [])
    .requiredOption('--because <text>', words.because)
    .action(async (list: string, code: string, options: Added) => {
      const node = await context.openNode()
      const { es, en, fr, from, until, parent, countsAs, alias, because } = options
      await addCodes(node, keeperOf(options), [
        {
          list,
          code,
          label: { es, en, fr },
          parent,
          standard: countsAs,
          aliases: alias,
          validFrom: from,
          validTo: until,
          because,
        },
      ])
      context.say(words.added(code, list))
    })

  kept(codes.command('end').description(words.end))
    .argument('<list>', words.listId)
    .argument('<code>', words.code)
    .requiredOption('--on <day>', words.on)
    .option('--replaced-by <code>', words.replacedBy)
    .requiredOption('--because <text>', words.because)
    .action(
      async (list: string, code: string, options: Keeper & { on: string; replacedBy?: string }) => {
        const { on, replacedBy, because } = options
        const end = { list, code, on, replacedBy, because }
        await endCode(await context.openNode(), keeperOf(options), end)
        context.say(words.ended(code, on))
      },
    )

  kept(codes.command('import').description(words.import))
    .argument('<file>', words.file)
    .requiredOption('--because <text>', words.because)
    .action(async (file: string, options: Keeper) => {
      const read = await readCodeFile(file, options.because)
      const taken = await takeInCodes(await context.openNode(), keeperOf(options), read)
      context.say(words.imported(taken.added, taken.ended, taken.same))
    })
}

/** Whoever runs the node, for an institution where one is named. */
function keeperOf({ institution = '', country = '' }: Keeper): Actor {
  return { ...terminalActor('data-officer'), institution, country: country.toUpperCase() }
}

function gathered(text: string, before: readonly string[]): readonly string[] {
  return [...before, text]
}
