import { Help, type HelpConfiguration } from 'commander'
import type { Language } from '@caudal/methods/vocabulary'
import { sayPlaceholder, sayPlaceholders } from './placeholder-words.ts'

/** What the parser of the command line says of its own, in the words of the reader. */
interface UsageWords {
  unknownOption(option: string): string
  unknownCommand(command: string): string
  missingArgument(argument: string): string
  missingValue(option: string): string
  missingOption(option: string): string
  invalid(value: string, of: string): string
  expected(what: string): string
  choices(list: string): string
  excess(command: string, expected: number, given: number): string
  excluding(one: string, other: string): string
  meant(list: string): string
  readonly titles: Readonly<Record<string, string>>
}

const usageWords: Readonly<Record<Language, UsageWords>> = {
  es: {
    unknownOption: (option) => `No hay ninguna opción «${option}».`,
    unknownCommand: (command) => `No hay ninguna orden «${command}».`,
    missingArgument: (argument) => `Falta un argumento: «${argument}».`,
    missingValue: (option) => `A la opción «${option}» le falta su valor.`,
    missingOption: (option) => `Falta la opción «${option}».`,
    invalid: (value, of) => `El valor «${value}» no vale para «${of}».`,
    expected: (what) => `Se espera: ${what}.`,
    choices: (list) => `Elija entre: ${list}.`,
    excess: (command, expected, given) =>
      `Sobran argumentos${command === '' ? '' : ` de «${command}»`}: admite ${expected} y se dieron ${given}.`,
    excluding: (one, other) => `«${one}» no va junto con «${other}».`,
    meant: (list) => `¿Quiso decir ${list}?`,
    titles: {
      'Usage:': 'Uso:',
      'Arguments:': 'Argumentos:',
      'Options:': 'Opciones:',
      'Global Options:': 'Opciones de toda orden:',
      'Commands:': 'Órdenes:',
      'default: ': 'por omisión: ',
      'choices: ': 'valores: ',
      'env: ': 'variable: ',
      required: 'obligatoria',
    },
  },
  en: {
    unknownOption: (option) => `There is no option “${option}”.`,
    unknownCommand: (command) => `There is no command “${command}”.`,
    missingArgument: (argument) => `An argument is missing: “${argument}”.`,
    missingValue: (option) => `The option “${option}” lacks its value.`,
    missingOption: (option) => `The option “${option}” is missing.`,
    invalid: (value, of) => `The value “${value}” does not go with “${of}”.`,
    expected: (what) => `Expected: ${what}.`,
    choices: (list) => `Choose one of: ${list}.`,
    excess: (command, expected, given) =>
      `Too many arguments${command === '' ? '' : ` of “${command}”`}: it takes ${expected}, ${given} were given.`,
    excluding: (one, other) => `“${one}” does not go together with “${other}”.`,
    meant: (list) => `Did you mean ${list}?`,
    titles: {},
  },
  fr: {
    unknownOption: (option) => `Il n’y a pas d’option « ${option} ».`,
    unknownCommand: (command) => `Il n’y a pas de commande « ${command} ».`,
    missingArgument: (argument) => `Il manque un argument : « ${argument} ».`,
    missingValue: (option) => `Il manque la valeur de l’option « ${option} ».`,
    missingOption: (option) => `Il manque l’option « ${option} ».`,
    invalid: (value, of) => `La valeur « ${value} » ne convient pas à « ${of} ».`,
    expected: (what) => `Attendu : ${what}.`,
    choices: (list) => `Choisissez parmi : ${list}.`,
    excess: (command, expected, given) =>
      `Trop d’arguments${command === '' ? '' : ` pour « ${command} »`} : elle en prend ${expected}, ${given} ont été donnés.`,
    excluding: (one, other) => `« ${one} » ne va pas avec « ${other} ».`,
    meant: (list) => `Vouliez-vous dire ${list} ?`,
    titles: {
      'Usage:': 'Utilisation :',
      'Arguments:': 'Arguments :',
      'Options:': 'Options :',
      'Global Options:': 'Options de toute commande :',
      'Commands:': 'Commandes :',
      'default: ': 'par défaut : ',
      'choices: ': 'valeurs : ',
      'env: ': 'variable : ',
      required: 'obligatoire',
    },
  },
}

/** A message of the parser: its form, and what it is in the words of the reader. */
type Form = readonly [RegExp, (words: UsageWords, ...parts: string[]) => string]

const forms: readonly Form[] = [
  [/^unknown option '(.*)'$/su, (words, option) => words.unknownOption(option)],
  [/^unknown command '(.*)'$/su, (words, command) => words.unknownCommand(command)],
  [/^missing required argument '(.*)'$/su, (words, argument) => words.missingArgument(argument)],
  [/^option '(.*)' argument missing$/su, (words, option) => words.missingValue(option)],
  [/^required option '(.*)' not specified$/su, (words, option) => words.missingOption(option)],
  [
    /^option '(.*?)' (?:argument|value) '(.*)'(?: from env '.*')? is invalid\. (.*)$/su,
    (words, option, value, why) => `${words.invalid(value, option)} ${sayWhy(words, why)}`,
  ],
  [
    /^command-argument value '(.*)' is invalid for argument '(.*?)'\. (.*)$/su,
    (words, value, argument, why) => `${words.invalid(value, argument)} ${sayWhy(words, why)}`,
  ],
  [
    /^too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)\.$/su,
    (words, command, expected, given) => words.excess(command, Number(expected), Number(given)),
  ],
  [
    /^(?:option|environment variable) '(.*)' cannot be used with (?:option|environment variable) '(.*)'$/su,
    (words, one, other) => words.excluding(one, other),
  ],
]

/** The same words, with what stands for a value in options and arguments in the language as well. */
function namingValues(language: Language): UsageWords {
  const words = usageWords[language]
  const usage = (text: string) => sayPlaceholders(text, language)
  return {
    ...words,
    missingArgument: (argument) => words.missingArgument(sayPlaceholder(argument, language)),
    missingValue: (option) => words.missingValue(usage(option)),
    missingOption: (option) => words.missingOption(usage(option)),
    invalid: (value, of) =>
      words.invalid(value, /^[a-z]+$/u.test(of) ? sayPlaceholder(of, language) : usage(of)),
    excluding: (one, other) => words.excluding(usage(one), usage(other)),
  }
}

function sayWhy(words: UsageWords, why: string): string {
  const [, list] = /^Allowed choices are (.*)\.$/su.exec(why) ?? []
  return list === undefined ? words.expected(why) : words.choices(list)
}

/**
 * What the parser of the command line says of a mistake, in a language. A message that is not known comes as it is.
 *
 * @example sayUsageError("error: unknown option '--foo'\n(Did you mean --for?)", 'en') // => 'There is no option “--foo”. Did you mean --for?'
 */
export function sayUsageError(message: string, language: Language): string {
  const words = namingValues(language)
  const [, said = message, , meant] =
    /^(?:error: )?(.*?)(\n\(Did you mean (?:one of )?(.*)\?\))?\n?$/su.exec(message) ?? []
  for (const [form, say] of forms) {
    const found = form.exec(said)
    if (found === null) continue
    const text = say(words, ...found.slice(1).map((part) => part ?? ''))
    return meant === undefined ? text : `${text} ${words.meant(meant)}`
  }
  return message.replace(/^error: /u, '').trimEnd()
}

/** What is expected where a command finds out only while it runs that a value is none. */
export function sayExpected(what: string, language: Language): string {
  return usageWords[language].expected(what)
}

/** Headings and signs of the help of every command, in a language. */
export function helpInWords(language: Language): HelpConfiguration {
  const { titles } = usageWords[language]
  const told = (text: string, ...signs: string[]) =>
    signs.reduce((said, sign) => said.replace(sign, titles[sign] ?? sign), text)
  const plain = new Help()
  return {
    styleTitle: (title) => titles[title] ?? title,
    commandUsage: (command) => sayPlaceholders(plain.commandUsage(command), language),
    subcommandTerm: (command) => sayPlaceholders(plain.subcommandTerm(command), language),
    optionTerm: (option) => sayPlaceholders(plain.optionTerm(option), language),
    argumentTerm: (argument) => sayPlaceholder(plain.argumentTerm(argument), language),
    optionDescription: (option) =>
      told(plain.optionDescription(option), 'choices: ', 'default: ', 'env: ') +
      (option.mandatory ? ` (${titles['required'] ?? 'required'})` : ''),
    argumentDescription: (argument) =>
      told(plain.argumentDescription(argument), 'choices: ', 'default: '),
  }
}
