/** The pages of an import, one thing each, in their order. */
export const sendSteps = ['layout', 'columns', 'codes', 'rules', 'source', 'trial'] as const

export type SendStep = (typeof sendSteps)[number]

export function isSendStep(text: string): text is SendStep {
  return (sendSteps as readonly string[]).includes(text)
}

/** The page on which a fault of a draft is put right, by its place in the profile. */
export function stepOfPlace(place: string | null): SendStep {
  const [part = '', ...rest] = (place ?? '').split(/[.[]/)
  if (part === 'layout' || part === 'unpivot') return 'layout'
  if (part === 'rules') return 'rules'
  if (part === 'split' || part === 'timeZone') return 'columns'
  if (part === 'fields') return rest.some((each) => each.startsWith('codes')) ? 'codes' : 'columns'
  return place === null ? 'columns' : 'source'
}
