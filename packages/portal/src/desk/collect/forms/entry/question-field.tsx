import type { ReactNode } from 'react'
import {
  answerKey,
  isAsked,
  languageOfText,
  sayFormText,
  type FormChoice,
  type FormDefinition,
  type FormQuestion,
  type FormState,
  type FormText,
} from '@caudal/methods/collect/xlsform'
import type { Fault } from '../../../../account/form/form.tsx'
import { TextField } from '../../../../account/form/text-field.tsx'
import { useSpeaking } from '../../../../words/speaking.tsx'
import { SelectField } from '../../send/select-field.tsx'
import { useFormsWords } from '../words/forms-words.ts'
import { ChoiceSet } from './choice-set.tsx'
import { PlaceField } from './place-field.tsx'
import { ParagraphField } from '../../../../account/form/paragraph-field.tsx'

/** More choices than this are a list that opens, not a column of buttons. */
const mostButtons = 8

export interface QuestionProps {
  readonly definition: FormDefinition
  readonly question: FormQuestion
  /** Which instance of a repeated group it is asked in. */
  readonly instance?: string | undefined
  readonly state: FormState
  /** What stands in the field, whether it counts or not. */
  readonly value: string
  readonly faults: readonly Fault[]
  /** By the key of the answer. */
  readonly onAnswer: (key: string, answer: string) => void
  /** The person has left the field. */
  readonly onLeave: (key: string) => void
}

/** Id of the field of an answer, to which a summary of faults leads. */
export function fieldId(key: string): string {
  return `q-${key.replace('#', '--').replaceAll('/', '-')}`
}

/** One question, as its type asks for it; nothing where it is not asked now. */
export function QuestionField(props: QuestionProps): ReactNode {
  const { definition, question, instance, state, value, faults, onAnswer, onLeave } = props
  const { entry: words } = useFormsWords()
  const { language } = useSpeaking()
  const { name, type, appearance } = question
  const key = answerKey(name, instance)
  if (!state.relevant.has(key)) return null
  const say = (text: FormText) =>
    sayFormText(text, language, definition.defaultLanguage, (other) =>
      answerInWords(definition, state, other, language, instance),
    )
  const said = say(question.label) || (type === 'note' || !isAsked(question) ? '' : name)
  const lang = languageOfText(question.label, language, definition.defaultLanguage)
  const spoken = lang === language ? {} : { lang }
  if (type === 'note') return said === '' ? null : <p {...spoken}>{said}</p>
  if (!isAsked(question)) {
    if (said === '' || ['hidden', 'start', 'end', 'today'].includes(type)) return null
    return (
      <p {...spoken}>
        {said}: <output>{answerInWords(definition, state, name, language, instance) || '–'}</output>{' '}
        <span className="hint">({words.computed})</span>
      </p>
    )
  }
  const label = state.required.has(key) ? `${said} (${words.required})` : said
  const hint = question.hint === undefined ? undefined : say(question.hint)
  const id = fieldId(key)
  const shared = {
    id,
    label,
    ...(hint === undefined ? {} : { hint }),
    faults,
    value,
  }
  const onText = (text: string) => onAnswer(key, text)
  const offered = (state.choices.get(key) ?? []).map(
    (choice) => [choice.code, labelOf(choice, say)] as const,
  )
  let field: ReactNode
  if (type === 'choice' && (offered.length > mostButtons || appearance === 'minimal')) {
    field = <SelectField {...shared} of={[['', words.choose], ...offered]} onChoose={onText} />
  } else if (type === 'choice' || type === 'choices' || type === 'acknowledge') {
    field = (
      <ChoiceSet
        {...shared}
        isMultiple={type !== 'choice'}
        of={
          type === 'acknowledge'
            ? [['OK', said]]
            : type === 'choice' && !state.required.has(key)
              ? [...offered, ['', words.noAnswer]]
              : offered
        }
        onChoose={onText}
      />
    )
  } else if (type === 'place') {
    field = <PlaceField {...shared} onText={onText} />
  } else if (appearance === 'multiline') {
    field = <ParagraphField {...shared} onText={onText} />
  } else {
    field = (
      <TextField
        {...shared}
        {...inputs[type]}
        required={state.required.has(key)}
        autoComplete="off"
        onText={onText}
      />
    )
  }
  return (
    <div {...spoken} onBlur={() => onLeave(key)}>
      {field}
    </div>
  )
}

/** How the browser asks for an answer of each type. */
const inputs: Readonly<
  Record<string, { readonly type?: string; readonly inputMode?: 'numeric' | 'decimal' }>
> = {
  integer: { inputMode: 'numeric' },
  decimal: { inputMode: 'decimal' },
  date: { type: 'date' },
  time: { type: 'time' },
  timestamp: { type: 'datetime-local' },
}

function labelOf({ code, label }: FormChoice, say: (text: FormText) => string): string {
  return say(label) || code
}

/** An answer as a label repeats it: the label of a choice, not its code. */
function answerInWords(
  { questions, codeLists, defaultLanguage }: FormDefinition,
  { answers }: FormState,
  name: string,
  language: string,
  instance?: string,
): string {
  const answer = answers[answerKey(name, instance)] ?? answers[name] ?? ''
  const list = questions.find((each) => each.name === name)?.list
  if (list === undefined) return answer
  const codes = codeLists.find(({ id }) => id === list)?.codes ?? []
  return answer
    .split(' ')
    .map((code) => {
      const choice = codes.find((each) => each.code === code)
      return choice === undefined
        ? code
        : sayFormText(choice.label, language, defaultLanguage) || code
    })
    .join(', ')
}
