import { join } from 'node:path'
import type { Command } from 'commander'
import type { CommandContext } from '../../app/command-context.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { importLines } from '../report/import-text.ts'
import { importFile } from '../service.ts'
import { fetchPublic } from './fetch-public.ts'
import { publicWords } from './words.ts'

/** `caudal import public SOURCE`. */
export function addPublicCommand(importing: Command, context: CommandContext): void {
  const words = publicWords[context.language]
  importing
    .command('public')
    .description(words.description)
    .argument('<source>', words.source)
    .option('--from <files...>', words.from)
    .option('--countries <codes>', words.countries, '')
    .action(async (source: string, options: { from?: string[]; countries: string }) => {
      const node = await context.openNode()
      const progress = context.progress(words.importing)
      const report = await fetchPublic(
        {
          source,
          countries: options.countries
            .split(',')
            .map((code) => code.trim().toUpperCase())
            .filter((code) => /^[A-Z]{3}$/.test(code)),
          ...(options.from === undefined ? {} : { from: options.from }),
          folder: join(node.folder.root, 'public'),
          onProgress: (done) => progress.update(done),
        },
        (file) => importFile(node, terminalActor('data-officer'), file),
      )
      progress.finish()
      for (const line of importLines(report, context.language)) context.say(line)
    })
}
