import type { Language } from '@caudal/methods/vocabulary'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import type { CodeLine } from './plan-codes.ts'

/** Lines of a kind that are told one by one; of refused ones too, since whoever mends a file mends it in turns. */
const mostTold = 200

/** What would become of a file of codes, for people: counts, and the lines, those that are refused first. */
export function describeLines(lines: readonly CodeLine[], book: CodeListBook, language: Language) {
  const told = (act: CodeLine['act']) =>
    lines
      .flatMap((line, at) => (line.act === act ? [{ line, row: at + 1 }] : []))
      .slice(0, mostTold)
      .map(({ line, row }) => ({
        row,
        act,
        list: book.find(line.code.list)?.title[language] ?? line.code.list.slice(0, 80),
        code: line.code.code.slice(0, 80),
        label: line.code.label[language],
        validFrom: line.code.validFrom.slice(0, 40),
        validTo: (line.code.validTo ?? '').slice(0, 40),
        ...(line.act === 'refuse' && {
          what: line.refusal.what(language),
          advice: line.refusal.advice(language),
        }),
      }))
  const count = (act: CodeLine['act']) => lines.filter((line) => line.act === act).length
  return {
    counts: {
      refuse: count('refuse'),
      add: count('add'),
      end: count('end'),
      same: count('same'),
    },
    lines: [...told('refuse'), ...told('add'), ...told('end')],
  }
}
