import type { ReactNode } from 'react'
import { useExplainWords } from '../words/explain-words.ts'
import type { CodeRuleDraft } from './submission.ts'
import styles from '../../desk.module.css'
import own from './explain.module.css'

/** Lines of a code map that are expressions, or hold for a time. */
export function CodeRules({
  label,
  list,
  rules,
  onChange,
}: {
  /** What the field is called. */
  readonly label: string
  /** Id of the `datalist` of its codes. */
  readonly list: string
  readonly rules: readonly CodeRuleDraft[]
  readonly onChange: (rules: readonly CodeRuleDraft[]) => void
}): ReactNode {
  const { rules: words } = useExplainWords()
  const change = (at: number, part: Partial<CodeRuleDraft>) =>
    onChange(rules.map((each, other) => (other === at ? plain({ ...each, ...part }) : each)))
  return (
    <details open={rules.length > 0}>
      <summary>
        {words.title}: {label}
      </summary>
      <div className={styles['stack']}>
        <p>{words.lead}</p>
        {rules.map((rule, at) => (
          <div key={at} className={own['rule']}>
            {text('from', words.from, rule.from, at)}
            {text('to', words.to, rule.to, at, list)}
            {text('validFrom', words.validFrom, rule.validFrom ?? '', at)}
            {text('validTo', words.validTo, rule.validTo ?? '', at)}
            {check('regex', words.regex, rule.regex ?? false, at)}
            {rule.regex && check('ignoreCase', words.ignoreCase, rule.ignoreCase ?? false, at)}
            <button
              className="button"
              data-quiet=""
              type="button"
              onClick={() => onChange(rules.filter((_, other) => other !== at))}
            >
              {words.remove(at + 1)}
            </button>
          </div>
        ))}
        <div className={styles['buttons']}>
          <button
            className="button"
            type="button"
            onClick={() => onChange([...rules, { from: '', to: '', regex: true }])}
          >
            {words.add(label)}
          </button>
        </div>
      </div>
    </details>
  )

  function text(
    part: 'from' | 'to' | 'validFrom' | 'validTo',
    name: string,
    value: string,
    at: number,
    of?: string,
  ): ReactNode {
    const isDay = part === 'validFrom' || part === 'validTo'
    return (
      <label className="field">
        {name}
        <input
          className="input"
          type={isDay ? 'date' : 'text'}
          aria-label={words.of(name, at + 1)}
          autoComplete="off"
          spellCheck={false}
          list={of}
          value={value}
          onChange={({ target }) => change(at, { [part]: target.value })}
        />
      </label>
    )
  }

  function check(
    part: 'regex' | 'ignoreCase',
    name: string,
    value: boolean,
    at: number,
  ): ReactNode {
    return (
      <label>
        <input
          type="checkbox"
          aria-label={words.of(name, at + 1)}
          checked={value}
          onChange={({ target }) => change(at, { [part]: target.checked })}
        />{' '}
        {name}
      </label>
    )
  }
}

/** Without what is not said: a profile has no empty days and no `false`. */
function plain(rule: CodeRuleDraft): CodeRuleDraft {
  const { from, to, regex, ignoreCase, validFrom, validTo } = rule
  return {
    from,
    to,
    ...(regex ? { regex } : {}),
    ...(regex && ignoreCase ? { ignoreCase } : {}),
    ...(validFrom ? { validFrom } : {}),
    ...(validTo ? { validTo } : {}),
  }
}
