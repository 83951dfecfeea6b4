import { isLanguage, type Language } from '@caudal/methods/vocabulary'

/**
 * The language of the command line: `--language`, else CAUDAL_LANGUAGE, else the locale of the
 * terminal (LC_ALL, LC_MESSAGES, LANG), else English, which a bare terminal speaks.
 *
 * @example interfaceLanguage(['batches'], { LANG: 'es_SV.UTF-8' }) // => 'es'
 */
export function interfaceLanguage(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const inline = args.find((arg) => arg.startsWith('--language='))?.slice('--language='.length)
  const position = args.indexOf('--language')
  const asked = inline ?? (position >= 0 ? args[position + 1] : undefined)
  if (isLanguage(asked)) return asked
  for (const name of ['CAUDAL_LANGUAGE', 'LC_ALL', 'LC_MESSAGES', 'LANG']) {
    const language = environment[name]?.slice(0, 2).toLowerCase()
    if (isLanguage(language)) return language
  }
  return 'en'
}
