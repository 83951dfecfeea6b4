import { CommanderError, InvalidArgumentError } from 'commander'
import { Refusal } from '@caudal/methods/vocabulary'
import { commandLineContext } from './command-line-context.ts'
import { interfaceLanguage } from './interface-language.ts'
import { withPathRefusal } from './path-refusal.ts'
import { program } from './program.ts'
import { sayExpected } from './usage-words.ts'

/** Exit codes: 0 done, 1 a bug or a finding that fails, 2 refused (the sentence says what to do). */
const exitCodes = { done: 0, failed: 1, refused: 2 } as const

const unexpected = {
  es: 'Esto es un error del programa, no de usted. Informe de él con las líneas siguientes; sus datos no han cambiado.',
  en: 'This is a fault in the program, not yours. Please report it with the lines below; your data is unchanged.',
  fr: "C'est une erreur du programme, pas la vôtre. Signalez-la avec les lignes suivantes ; vos données sont inchangées.",
} as const

// A reader that closes early (`caudal table … | head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.done)
  throw error
})

const args = process.argv.slice(2)
const language = interfaceLanguage(args, process.env)
const context = commandLineContext(language, () => commands.opts<{ data: string }>().data)
const commands = program(context)

process.exitCode = await run()

async function run(): Promise<number> {
  try {
    await commands.parseAsync(args, { from: 'user' })
    return Number(process.exitCode ?? exitCodes.done)
  } catch (thrown) {
    context.abandonProgress()
    const error = withPathRefusal(thrown)
    // thrown by a command that runs already: nothing has been said of it yet
    if (error instanceof InvalidArgumentError)
      process.stderr.write(`${sayExpected(error.message, language)}\n`)
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCodes.done : exitCodes.refused
    if (error instanceof Refusal) {
      process.stderr.write(`${error.what(language)} ${error.advice(language)}\n`)
      return exitCodes.refused
    }
    process.stderr.write(
      `${unexpected[language]}\n${error instanceof Error ? error.stack : String(error)}\n`,
    )
    return exitCodes.failed
  } finally {
    await context.close()
  }
}
