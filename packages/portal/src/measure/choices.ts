/** What is chosen on a page, as its address has it: text by name, without what is not chosen. */
export type Choices<Name extends string> = { readonly [name in Name]?: string }

/**
 * Reads the choices of a page from its address and drops everything else.
 *
 * @example readChoices('year')({ year: '2020', other: 'x' }) // => { year: '2020' }
 */
export function readChoices<Name extends string>(...names: readonly Name[]) {
  return (search: Readonly<Record<string, unknown>>): Choices<Name> => {
    const choices: Record<string, string> = {}
    for (const name of names) {
      const value = search[name]
      if (typeof value === 'string' && value !== '') choices[name] = value
      if (typeof value === 'number') choices[name] = String(value)
    }
    return choices as Choices<Name>
  }
}
