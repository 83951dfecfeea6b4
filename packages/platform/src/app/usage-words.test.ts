import { type Command, CommanderError } from 'commander'
import { expect, test } from 'vitest'
import { languages, type Language } from '@caudal/methods/vocabulary'
import type { CommandContext } from './command-context.ts'
import { hasPlaceholder } from './placeholder-words.ts'
import { program } from './program.ts'
import { sayUsageError } from './usage-words.ts'

/** Words of the parser itself, in English, whatever language was chosen. */
const parserWords =
  /error:|unknown (?:option|command)|missing required|argument missing|not specified|is invalid|too many|Allowed choices|Did you mean|cannot be used|Usage:|Arguments:|Options:|Commands:|\(default:|choices:|\[options\]/

function refusing(language: Language): CommandContext {
  const never = () => Promise.reject(new Error('A command ran that was to be refused.'))
  return {
    language,
    openNode: never,
    findNode: never,
    knownNode: never,
    say: () => {},
    write: async () => {},
    progress: () => ({ update: () => {}, finish: () => {} }),
  }
}

interface Leaf {
  readonly path: readonly string[]
  readonly command: Command
}

function leaves(command: Command, path: readonly string[] = []): Leaf[] {
  if (command.commands.length === 0) return [{ path, command }]
  return command.commands.flatMap((each) => leaves(each, [...path, each.name()]))
}

/** What a mistake is answered with; '' where it was none. */
async function told(language: Language, words: readonly string[]): Promise<string> {
  const commands = program(refusing(language))
  let said = ''
  const listen = (command: Command): void => {
    command.configureOutput({
      writeErr: (text) => void (said += text),
      writeOut: (text) => void (said += text),
    })
    command.commands.forEach(listen)
  }
  listen(commands)
  try {
    await commands.parseAsync(words, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return said
  }
  return ''
}

/** Mistakes that can be made with a command, by what they are. */
function mistakesOf({ path, command }: Leaf): [string, string[]][] {
  const values = command.registeredArguments.map(({ argChoices }) => argChoices?.[0] ?? 'x')
  const given = command.options
    .filter(({ mandatory }) => mandatory)
    .flatMap(({ long, argChoices }) => [long!, argChoices?.[0] ?? 'x'])
  const whole = [...path, ...values, ...given]
  const mistakes: [string, string[]][] = [['unknown option', [...whole, '--no-such-thing']]]
  if (!command.registeredArguments.some(({ variadic }) => variadic))
    mistakes.push(['excess', [...path, ...values, 'more', 'than', 'it', 'takes', ...given]])
  if (command.registeredArguments.some(({ required }) => required))
    mistakes.push(['missing argument', [...path]])
  if (given.length > 0) mistakes.push(['missing option', [...path, ...values]])
  for (const { long, required, argChoices } of command.options) {
    if (required) mistakes.push([`${long} without its value`, [...whole, long!]])
    if (argChoices !== undefined) mistakes.push([`${long} wrong`, [...whole, long!, 'wrong-one']])
  }
  return mistakes
}

test.each(languages)(
  'Every mistake with every command is told in the language of the reader (%s)',
  async (language) => {
    const all = leaves(program(refusing(language)))
    expect(all.length).toBeGreaterThan(60)
    const asked: Record<string, number> = {}
    for (const leaf of all) {
      for (const [what, words] of mistakesOf(leaf)) {
        const said = await told(language, words)
        const where = [words.join(' '), said] as const
        expect(said === '' ? where : [], what).toEqual([])
        expect(parserWords.test(said) ? where : [], what).toEqual([])
        const kind = what.replace(/^--\S+ /, '')
        asked[kind] = (asked[kind] ?? 0) + 1
      }
    }
    for (const kind of [
      'unknown option',
      'excess',
      'missing argument',
      'missing option',
      'without its value',
      'wrong',
    ])
      expect([kind, asked[kind] ?? 0]).not.toEqual([kind, 0])
  },
  60_000,
)

test('A command or option that nearly exists is suggested, and the help has no word of the parser', async () => {
  for (const [language, command, option, help] of [
    ['es', '¿Quiso decir table?', '¿Quiso decir --format?', 'Uso: caudal table [opciones]'],
    ['en', 'Did you mean table?', 'Did you mean --format?', 'Usage: caudal table [options]'],
    [
      'fr',
      'Vouliez-vous dire table ?',
      'Vouliez-vous dire --format ?',
      'Utilisation : caudal table [options]',
    ],
  ] as const) {
    expect(await told(language, ['tabel'])).toContain(command)
    expect(await told(language, ['--language', 'de', 'batches'])).toContain('es, en, fr')
    expect(await told(language, ['batches', '--formta', 'json'])).toContain(option)
    const page = (await told(language, ['table', '--help'])).replaceAll('\u00a0', ' ')
    expect(page).toContain(help)
    if (language === 'es') expect(page).not.toMatch(parserWords)
  }
})

test('What stands for a value is a word of the reader in every command, its help and its mistakes', async () => {
  const everything: Command[] = []
  const listen = (command: Command): void => {
    everything.push(command)
    command.commands.forEach(listen)
  }
  listen(program(refusing('es')))
  const usages = everything.flatMap((command) => [
    ...command.registeredArguments.map((argument) => `<${argument.name()}>`),
    ...command.options.map(({ flags }) => flags),
  ])
  const names = usages.flatMap((usage) =>
    [...usage.matchAll(/[<[]([^>\]]+)[>\]]/gu)].map(([, name]) => name!),
  )
  expect(names.length).toBeGreaterThan(100)
  expect([...new Set(names)].filter((name) => !hasPlaceholder(name))).toEqual([])

  expect(await told('es', ['backup'])).toContain('Falta un argumento: «carpeta».')
  expect(await told('es', ['backup', 'x', '--keep'])).toContain('«--keep <número>»')
  expect(await told('fr', ['restore', 'x'])).toContain('« --to <dossier> »')
  expect(await told('es', ['restore', '--help'])).toMatch(/restore \[opciones\] <carpeta>\n/)
  expect(await told('en', ['restore', 'x'])).toContain('“--to <folder>”')
  // what the reader wrote comes as it was written
  expect(
    sayUsageError("error: option '--keep <number>' argument '<file>' is invalid. 1–9999", 'es'),
  ).toBe('El valor «<file>» no vale para «--keep <número>». Se espera: 1–9999.')
  for (const words of [
    ['audit', 'prove', 'abc'],
    ['keys', 'destroy', 'abc'],
  ]) {
    const said = await program(refusing('es'))
      .parseAsync(words, { from: 'user' })
      .then(String, (error: Error) => error.message)
    expect(said).toMatch(/^\d, \d, \d …$/)
  }
})

test('A message that is not known comes as it is', () => {
  expect(sayUsageError('error: something new\n', 'es')).toBe('something new')
  expect(sayUsageError("error: option '--a' cannot be used with option '--b'", 'fr')).toBe(
    '« --a » ne va pas avec « --b ».',
  )
  expect(
    sayUsageError(
      "error: command-argument value 'x' is invalid for argument 'n'. Allowed choices are a, b.",
      'es',
    ),
  ).toBe('El valor «x» no vale para «n». Elija entre: a, b.')
})
