import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { logFindings, toBase64 } from '@caudal/methods/govern'
import { type Command, InvalidArgumentError } from 'commander'
import type { CommandContext } from '../../app/command-context.ts'
import { terminalActor } from '../terminal-actor.ts'
import { auditWords } from './command-words.ts'
import {
  consistencyDocument,
  cosignCheckpoint,
  exportLog,
  followLog,
  inclusionProof,
  keepCosignature,
  newestCheckpoint,
  verifierLines,
  verifyExportFile,
  verifyLog,
} from './service.ts'
import type { LogReport } from './verify-export.ts'

/** Adds `caudal audit verify`, `export`, `show`, `checkpoint`, `prove`, `cosign`, … */
export function addAuditCommands(program: Command, context: CommandContext): void {
  const words = auditWords[context.language]
  const auditor = terminalActor('auditor', 'administrator')
  const audit = program.command('audit').description(words.audit)
  audit
    .command('verify [export]')
    .description(words.verify)
    .option('--key <key>', words.keyOption)
    .option('--checkpoint <file...>', words.checkpointOption)
    .action(async (file: string | undefined, options: { key?: string; checkpoint?: string[] }) => {
      if (file !== undefined) {
        const report = await verifyExportFile(file, options.key, options.checkpoint ?? [])
        if (options.key === undefined) context.say(words.ownKey)
        return await tell(context, report)
      }
      const node = await context.knownNode()
      const bar = context.progress(words.checking)
      const report = await verifyLog(node, auditor, (done, of) =>
        bar.update(of === 0 ? 1 : done / of),
      )
      bar.finish()
      await tell(context, report)
    })
  audit
    .command('export')
    .description(words.export)
    .option('--out <file>', words.out)
    .action(async ({ out }: { out?: string }) => {
      const node = await context.knownNode()
      if (out === undefined) {
        for await (const lines of exportLog(node, auditor)) await context.write(lines)
        return
      }
      let lines = 0
      const counted = async function* () {
        for await (const text of exportLog(node, auditor)) {
          lines += text.split('\n').length - 2
          yield text
        }
      }
      await pipeline(counted(), createWriteStream(out, { flags: 'wx', mode: 0o600 }))
      context.say(words.exported(Math.max(0, lines), out))
    })
  audit
    .command('follow')
    .description(words.follow)
    .option('--from <entries>', words.fromOption, toSize, 0)
    .action(async ({ from }: { from: number }) => {
      const stop = new AbortController()
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort())
      const node = await context.knownNode()
      for await (const lines of followLog(node, auditor, from, stop.signal)) {
        await context.write(lines)
      }
    })
  audit
    .command('show <index>')
    .description(words.show)
    .action(async (index: string) => {
      const proof = await inclusionProof(await context.knownNode(), auditor, toSize(index))
      const path = proof.path.map(toBase64)
      await context.write(`${JSON.stringify({ ...proof, path, checkpoint: undefined }, null, 2)}\n`)
    })
  audit
    .command('checkpoint')
    .description(words.checkpoint)
    .action(async () => {
      const { note } = await newestCheckpoint(await context.knownNode(), auditor)
      await context.write(note)
    })
  audit
    .command('prove <earlier> [later]')
    .description(words.prove)
    .action(async (earlier: string, later: string | undefined) => {
      const [from, to] = [toSize(earlier), later === undefined ? undefined : toSize(later)]
      await context.write(await consistencyDocument(await context.knownNode(), auditor, from, to))
    })
  audit
    .command('cosign <checkpoint>')
    .description(words.cosign)
    .requiredOption('--key <key>', words.keyOption)
    .option('--proof <file>', words.proofOption)
    .action(async (checkpoint: string, options: { key: string; proof?: string }) => {
      const line = await cosignCheckpoint(await context.knownNode(), auditor, {
        checkpoint,
        ...options,
      })
      context.say(words.cosigned)
      await context.write(line)
    })
  audit
    .command('add-cosignature <file>')
    .description(words.addCosignature)
    .requiredOption('--key <key>', words.cosignerOption)
    .requiredOption('--size <entries>', words.sizeOption, toSize)
    .action(async (file: string, options: { key: string; size: number }) => {
      await keepCosignature(await context.knownNode(), auditor, { file, ...options })
      context.say(words.kept)
    })
  audit
    .command('key')
    .description(words.key)
    .action(async () => {
      const { log, cosigner } = await verifierLines(await context.knownNode())
      await context.write(`${log}\n${cosigner}\n`)
    })
}

async function tell(context: CommandContext, report: LogReport): Promise<void> {
  const words = auditWords[context.language]
  const { entries, findings, texts, root, file } = report
  if (file !== undefined) context.say(words.file[file])
  for (const { kind, first, last } of findings) {
    const sentence = logFindings[kind][context.language]
      .replace('{first}', String(first))
      .replace('{last}', String(last))
    context.say(sentence)
    const entry = first === last ? texts.get(first) : undefined
    await context.write(
      `${JSON.stringify({ kind, first, last, ...(entry === undefined ? {} : { entry }) })}\n`,
    )
  }
  const sound = findings.length === 0 && (file ?? 'sound') === 'sound'
  if (sound) context.say(words.sound(entries, root === undefined ? '' : toBase64(root)))
  else context.say(words.found(findings.length, entries))
  process.exitCode = sound ? 0 : 1
}

function toSize(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('0, 1, 2 …')
  return Number(text)
}
