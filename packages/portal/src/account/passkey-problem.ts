const problems = ['passkey-not-given', 'passkey-not-made', 'passkey-held'] as const

/** Why a device gave no passkey: the pages have the words, as the node was not asked. */
export type PasskeyProblem = (typeof problems)[number]

export function isPasskeyProblem(code: string): code is PasskeyProblem {
  return (problems as readonly string[]).includes(code)
}
