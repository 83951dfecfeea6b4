import type { Command } from 'commander'
import type { CommandContext } from '../command-context.ts'
import { runNode } from './run-node.ts'
import { startWords } from './words.ts'
import { appRefusals } from '../refusals.ts'

interface StartArguments {
  readonly port: string
  readonly host: string
  readonly address?: string
  readonly certificate?: string
  readonly key?: string
  readonly proxy?: string
  readonly empty?: boolean
  readonly persons?: string
  readonly seed?: string
  readonly link: boolean
  readonly verbose?: boolean
}

/** `caudal start`: prepares the node and serves the portal until it is told to stop. */
export function addStartCommand(
  commands: Command,
  context: CommandContext,
  root: () => string,
): void {
  const words = startWords[context.language]
  commands
    .command('start')
    .description(words.description)
    .option('--port <port>', words.port, process.env['CAUDAL_PORT'] ?? '7070')
    .option('--host <host>', words.host, '127.0.0.1')
    .option('--address <address>', words.address, process.env['CAUDAL_ADDRESS'])
    .option('--certificate <file>', words.certificate, process.env['CAUDAL_TLS_CERTIFICATE'])
    .option('--key <file>', words.key, process.env['CAUDAL_TLS_KEY'])
    .option('--proxy <addresses>', words.proxy, process.env['CAUDAL_PROXY'])
    .option('--empty', words.empty)
    .option('--persons <number>', words.persons)
    .option('--seed <number>', words.seed)
    .option('--no-link', words.noLink)
    .option('--verbose', words.verbose)
    .action(async (given: StartArguments) => {
      await runNode(context, {
        root: root(),
        port: readNumber(given.port, '--port', 65_535),
        reach: {
          host: given.host,
          address: given.address,
          certificate: given.certificate,
          key: given.key,
          proxy: given.proxy,
        },
        empty: given.empty ?? false,
        link: given.link,
        verbose: given.verbose ?? false,
        drawing: {
          ...(given.persons === undefined
            ? {}
            : { persons: readNumber(given.persons, '--persons', 100_000_000) }),
          ...(given.seed === undefined
            ? {}
            : { seed: readNumber(given.seed, '--seed', Number.MAX_SAFE_INTEGER) }),
        },
      })
    })
}

function readNumber(text: string, option: string, most: number): number {
  const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  if (!(number <= most)) throw appRefusals.refuse('number-invalid', { text, option, most })
  return number
}
