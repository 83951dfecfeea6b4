import { basename } from 'node:path'
import type { Command } from 'commander'
import type { CommandContext } from '../../app/command-context.ts'
import { unsupportedLine } from '../forms/form-text.ts'
import { checkFaults } from '../forms/read-workbook.ts'
import { readFormFile } from './read-form-file.ts'
import { formWords } from './words.ts'

/** `caudal import xlsform FILE`: the definition to stdout, what is not supported to stderr. */
export function addFormCommand(importing: Command, context: CommandContext): void {
  const words = formWords[context.language]
  importing
    .command('xlsform')
    .description(words.description)
    .argument('<file>', words.file)
    .action(async (file: string) => {
      const read = await readFormFile(file)
      checkFaults(read, basename(file))
      const form = read.definition
      const title = form.title === '' ? basename(file) : form.title
      context.say(words.read(title, form.questions.length, form.codeLists.length))
      if (form.unsupported.length > 0) context.say(words.unsupported)
      for (const part of form.unsupported)
        context.say(`  ${unsupportedLine(part, context.language)}`)
      await context.write(`${JSON.stringify(form, null, 2)}\n`)
    })
}
