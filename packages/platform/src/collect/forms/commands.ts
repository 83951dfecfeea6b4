import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { InvalidArgumentError, Option, type Command } from 'commander'
import { getRecordType } from '@caudal/methods/collect'
import {
  entryDay,
  entrySize,
  entryUnit,
  fieldsWithoutSource,
  formColumns,
  ownName,
  questionsNotKept,
  repeatsOfRecords,
  sayFormText,
  type FormFieldMapping,
} from '@caudal/methods/collect/xlsform'
import type { Actor } from '@caudal/methods/govern'
import { labelOf, type Language } from '@caudal/methods/vocabulary'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import type { CommandContext } from '../../app/command-context.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import type { CaudalNode } from '../../store/index.ts'
import { csvLine } from '../report/csv-line.ts'
import { readCodeLists } from '../codes/service.ts'
import { textTable } from '../report/text-table.ts'
import { collectRefusals } from '../refusals.ts'
import { faultLine, unsupportedLine } from './form-text.ts'
import type { KeptForm } from './kept-form.ts'
import {
  examineForm,
  getForm,
  keepForm,
  listForms,
  mapForm,
  proposeMapping,
  withdrawForm,
} from './service.ts'
import { formCommandWords } from './words.ts'

interface ImportOptions {
  readonly institution: string
  readonly country?: string
  readonly recordType?: string
  readonly dataset?: string
  readonly licence: string
  readonly set: Readonly<Record<string, string>>
}

/** `caudal form import|list|show|export|withdraw`. */
export function addFormCommands(program: Command, context: CommandContext): void {
  const words = formCommandWords[context.language]
  const { language } = context
  const form = program
    .command('form')
    .description(words.form)
    .addHelpText('after', `\n${words.examples}`)

  form
    .command('import')
    .description(words.import)
    .argument('<file>', words.file)
    .requiredOption('--institution <institution>', words.institution)
    .option('--country <code>', words.country)
    .option('--record-type <type>', words.recordType)
    .option('--dataset <dataset>', words.dataset)
    .option('--licence <licence>', words.licence, 'internal')
    .option('--set <field=value>', words.set, withValue, {})
    .action(async (file: string, options: ImportOptions) => {
      const node = await context.openNode()
      const actor = keeperOf(options.institution, options.country)
      const workbook = { fileName: basename(file), content: await contentOf(file) }
      const { faults } = await examineForm(node, actor, workbook)
      if (faults.length > 0) context.say(words.faults)
      for (const fault of faults) context.say(`  ${faultLine(fault, language)}`)
      const { form: kept, isNew } = await keepForm(node, actor, workbook)
      const say = isNew ? words.kept : words.keptAlready
      context.say(say(kept.title, kept.version, kept.id))
      if (options.recordType !== undefined) await mapAs(context, node, actor, kept, options)
      const lists = await readCodeLists(node)
      await context.write(describe(await getForm(node, actor, kept.id), language, lists))
    })

  form
    .command('list')
    .description(words.list)
    .addOption(
      new Option('--format <format>', words.format)
        .choices(['table', 'csv', 'json'])
        .default('table'),
    )
    .action(async ({ format }: { format: 'table' | 'csv' | 'json' }) => {
      const forms = await listForms(await context.openNode(), terminalActor('data-officer'))
      if (forms.length === 0) context.say(words.none)
      if (format === 'json') {
        const listed = forms.map((each) => ({ ...each, definition: undefined }))
        return context.write(`${JSON.stringify(listed, null, 2)}\n`)
      }
      const rows = [words.headings, ...forms.map((each) => rowOf(each, language))]
      if (format === 'csv') return context.write(rows.map(csvLine).join(''))
      return forms.length === 0 ? undefined : context.write(textTable(rows, [0, 3, 4]))
    })

  form
    .command('show')
    .description(words.show)
    .argument('<form>', words.id)
    .option('--json', words.json)
    .action(async (id: string, { json }: { json?: boolean }) => {
      const node = await context.openNode()
      const kept = await getForm(node, terminalActor('data-officer'), Number(id))
      const lists = await readCodeLists(node)
      await context.write(json ? exported(kept) : describe(kept, language, lists))
    })

  form
    .command('export')
    .description(words.export)
    .argument('<form>', words.id)
    .action(async (id: string) => {
      const node = await context.openNode()
      await context.write(exported(await getForm(node, terminalActor('data-officer'), Number(id))))
    })

  form
    .command('withdraw')
    .description(words.withdraw)
    .argument('<form>', words.id)
    .requiredOption('--because <text>', words.because)
    .action(async (id: string, { because }: { because: string }) => {
      const node = await context.openNode()
      const kept = await getForm(node, terminalActor('data-officer'), Number(id))
      await withdrawForm(node, keeperOf(kept.institution, kept.country), kept.id, because)
      context.say(words.withdrawn(kept.title, kept.version))
    })
}

/** Whoever runs the node, for an institution. */
function keeperOf(institution: string, country = ''): Actor {
  return { ...terminalActor('data-officer'), institution, country: country.toUpperCase() }
}

async function contentOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw collectRefusals.refuse('file-missing', { file: basename(path), reason })
  }
}

/** Maps a form as it is proposed, with the values that the command sets. */
async function mapAs(
  context: CommandContext,
  node: CaudalNode,
  actor: Actor,
  { id }: KeptForm,
  { recordType = '', dataset, licence, set }: ImportOptions,
): Promise<void> {
  const proposed = await proposeMapping(node, actor, id, recordType)
  const fields: Record<string, FormFieldMapping> = Object.fromEntries(
    proposed.fields.map(({ field, mapping }) => [field, mapping]),
  )
  for (const [field, constant] of Object.entries(set)) fields[field] = { constant }
  const mapping = { recordType, licence, fields, country: '', dataset: '' }
  const empty = fieldsWithoutSource(proposed.recordType, mapping)
  if (empty.length > 0) context.say(formCommandWords[context.language].setThese(empty.join(', ')))
  await mapForm(node, actor, id, {
    recordType,
    licence,
    fields,
    dataset: dataset ?? proposed.dataset,
  })
}

function describe(form: KeptForm, language: Language, book: CodeListBook): string {
  const words = formCommandWords[language]
  const { definition, mapping, withdrawnBecause } = form
  const { unsupported, questions, codeLists, defaultLanguage } = definition
  const lines = [
    `${form.title} · ${form.form} ${form.version} · ${form.institution}`,
    words.asks(questions.length, codeLists.length),
  ]
  if (withdrawnBecause !== null) lines.push(words.withdrawnBecause(withdrawnBecause))
  lines.push(unsupported.length === 0 ? words.supported : words.unsupported)
  for (const part of unsupported) lines.push(`  ${unsupportedLine(part, language)}`)
  if (mapping === null) return [...lines, words.notMapped, ''].join('\n')
  const columns = new Map(formColumns(definition).map((column) => [column.id, column]))
  const sourceOf = ({ column = '', constant }: FormFieldMapping, codeList = '') => {
    const list = book.find(codeList)
    if (constant !== undefined) {
      return words.fixed(list === undefined ? constant : labelOf(list, constant, language))
    }
    const own: Readonly<Record<string, string>> = {
      [entryDay]: words.entryDay,
      [entryUnit]: words.entryUnit,
      [entrySize]: words.entrySize,
    }
    if (own[column] !== undefined) return own[column]
    const { question, place, part } = columns.get(column) ?? {}
    const name = question === undefined ? column : nameOf(question)
    if (part !== undefined) return `${name}: ${words.parts[part]}`
    return place === undefined ? name : words.place(name, place)
  }
  const nameOf = ({ name, label }: (typeof questions)[number]) =>
    `${sayFormText(label, language, defaultLanguage) || name} (${name})`
  const recordType = getRecordType(mapping.recordType)
  lines.push(words.mapped(recordType.label[language], mapping.dataset))
  for (const field of recordType.fields) {
    const source = mapping.fields[field.id]
    if (source !== undefined) {
      lines.push(`  ${words.field(field.label[language], sourceOf(source, field.codeList))}`)
    }
  }
  for (const repeat of repeatsOfRecords(definition, mapping)) {
    const label = definition.groups.find(({ id }) => id === repeat)?.label ?? {}
    lines.push(words.perRepeat(sayFormText(label, language, defaultLanguage) || ownName(repeat)))
  }
  const lost = questionsNotKept(definition, mapping)
  if (lost.length > 0) lines.push(words.notKept, ...lost.map((each) => `  ${nameOf(each)}`))
  return [...lines, ''].join('\n')
}

function rowOf(form: KeptForm, language: Language): string[] {
  const { states } = formCommandWords[language]
  const { id, institution, title, version, definition, mapping, withdrawnAt } = form
  return [
    String(id),
    institution,
    title,
    String(version),
    String(definition.questions.length),
    mapping === null ? '' : getRecordType(mapping.recordType).label[language],
    withdrawnAt !== null ? states.withdrawn : mapping === null ? states.unmapped : states.mapped,
  ]
}

function exported({ definition, mapping, ...form }: KeptForm): string {
  const { institution, country, version, fileName, sha256, keptAt } = form
  const kept = { form: form.form, version, institution, country, fileName, sha256, keptAt }
  return `${JSON.stringify({ ...kept, mapping, definition }, null, 2)}\n`
}

function withValue(text: string, before: Readonly<Record<string, string>>) {
  const [, field, value] = /^([a-z_]+)=(.+)$/s.exec(text) ?? []
  if (field === undefined || value === undefined)
    throw new InvalidArgumentError('return_type=forced')
  return { ...before, [field]: value }
}
