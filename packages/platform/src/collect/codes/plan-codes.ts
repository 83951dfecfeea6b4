import {
  codeAddition,
  findFaultOfEnd,
  type OwnCode,
  type OwnCodeEnd,
  type Refusal,
} from '@caudal/methods/vocabulary'
import { bookWith, type KeptCode } from '../../store/index.ts'
import { keyOfCode, type Bearers } from './count-bearers.ts'
import { refusalOfCode } from './refusal-of-code.ts'
import { codeRefusals } from './refusals.ts'

/** A code that somebody adds, with the reason. */
export interface NewCode extends OwnCode {
  readonly because: string
}

/** What becomes of a line of a file of codes. */
export type CodeLine =
  | { readonly act: 'add' | 'same'; readonly code: NewCode }
  | { readonly act: 'end'; readonly code: NewCode; readonly end: OwnCodeEnd }
  | { readonly act: 'refuse'; readonly code: NewCode; readonly refusal: Refusal }

/**
 * What would become of codes that somebody brings, in their order: each sees those before it, but those
 * that are refused.
 *
 * @param again what a code of the node that comes again is: `refused`; or `followed`: with a last day it
 *   ends, as it is it changes nothing, so that what a node wrote down it also reads
 */
export function planCodes(
  own: readonly KeptCode[],
  codes: readonly NewCode[],
  again: 'refused' | 'followed',
): CodeLine[] {
  const book = bookWith(own)
  const addition = codeAddition((id) => book.find(id))
  const kept = new Map(own.map((each) => [keyOfCode(each), each]))
  const lists = book.list()
  const ended = new Set<string>()
  return codes.map((given): CodeLine => {
    const code = tidied(given)
    const refuse = (refusal: Refusal): CodeLine => ({ act: 'refuse', code, refusal })
    if (isTooLong(code)) return refuse(tooLong(code))
    const before = kept.get(keyOfCode(code))
    if (again === 'followed' && before !== undefined && isSame(before, code)) {
      if (before.validTo === code.validTo) return { act: 'same', code }
      if (
        before.validTo === undefined &&
        code.validTo !== undefined &&
        !ended.has(keyOfCode(code))
      ) {
        const end = { list: code.list, code: code.code, on: code.validTo }
        const fault = findFaultOfEnd(end, (id) => book.find(id), lists)
        if (fault !== undefined) return refuse(refusalOfCode(fault))
        if (code.because === '') return refuse(reasonMissing(code))
        ended.add(keyOfCode(code))
        return { act: 'end', code, end }
      }
    }
    const fault = addition.findFault(code)
    if (fault !== undefined) return refuse(refusalOfCode(fault))
    if (code.because === '') return refuse(reasonMissing(code))
    addition.add(code)
    return { act: 'add', code }
  })
}

/** The same lines, those that would end a code which records of later days bear being refused. */
export function refuseEndsOfBorne(
  lines: readonly CodeLine[],
  bearers: ReadonlyMap<string, Bearers>,
): CodeLine[] {
  return lines.map((line) => {
    const found = line.act === 'end' ? bearers.get(keyOfCode(line.code)) : undefined
    if (line.act !== 'end' || found === undefined) return line
    const { code, on } = line.end
    return {
      act: 'refuse',
      code: line.code,
      refusal: codeRefusals.refuse('code-in-use', { code, day: on, ...found }),
    }
  })
}

/** The codes that lines would end. */
export function endsOf(lines: readonly CodeLine[]): OwnCodeEnd[] {
  return lines.flatMap((line) => (line.act === 'end' ? [line.end] : []))
}

/** @throws {Refusal} of the first line that is refused; by its row, where there are several */
export function checkPlan(lines: readonly CodeLine[]): void {
  const at = lines.findIndex(({ act }) => act === 'refuse')
  const line = lines[at]
  if (line?.act !== 'refuse') return
  throw lines.length === 1 ? line.refusal : ofRow(line.refusal, at, line.code)
}

function tidied(given: NewCode): NewCode {
  const { label, aliases = [] } = given
  const plain = (text: string) => text.trim().replace(/\s+/g, ' ')
  return {
    ...given,
    code: given.code.trim(),
    label: { es: plain(label.es), en: plain(label.en), fr: plain(label.fr) },
    aliases: [...new Set(aliases.map(plain))].filter((alias) => alias !== ''),
    because: given.because.trim(),
  }
}

/** Letters of a name, and of a reason: as many as the form on the desk takes. */
const most = { name: 200, reason: 1000 }

function isTooLong({ label, aliases = [], because }: NewCode): boolean {
  const names = [label.es, label.en, label.fr, ...aliases]
  return names.some((name) => name.length > most.name) || because.length > most.reason
}

function tooLong({ code }: NewCode): Refusal {
  return codeRefusals.refuse('text-too-long', { code: code.slice(0, 60), ...most })
}

/** Whether a code says the same of itself as one that is there, its last day aside. */
function isSame(before: KeptCode, code: NewCode): boolean {
  const said = ({ label, parent = '', standard = '', aliases = [], validFrom }: OwnCode) =>
    JSON.stringify([label.es, label.en, label.fr, parent, standard, validFrom, [...aliases].sort()])
  return said(before) === said(code)
}

function reasonMissing({ code }: NewCode): Refusal {
  return codeRefusals.refuse('reason-missing', { code })
}

function ofRow(refusal: Refusal, at: number, { code }: NewCode): Refusal {
  return codeRefusals.refuse('row-refused', {
    row: at + 1,
    code,
    what: { es: refusal.what('es'), en: refusal.what('en'), fr: refusal.what('fr') },
    advice: { es: refusal.advice('es'), en: refusal.advice('en'), fr: refusal.advice('fr') },
  })
}
