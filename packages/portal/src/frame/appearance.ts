export const appearances = ['automatic', 'light', 'dark'] as const
export type Appearance = (typeof appearances)[number]

const key = 'caudal.appearance'

/** The appearance the reader chose on this device; automatic follows the device. */
export function recallAppearance(): Appearance {
  let stored: string | null = null
  try {
    stored = localStorage.getItem(key)
  } catch {
    // A browser that keeps nothing for this site: the choice lasts as long as the page.
  }
  const appearance = appearances.find((each) => each === stored) ?? 'automatic'
  show(appearance)
  return appearance
}

export function chooseAppearance(appearance: Appearance): void {
  show(appearance)
  try {
    localStorage.setItem(key, appearance)
  } catch {
    // As above.
  }
}

function show(appearance: Appearance): void {
  const { dataset } = document.documentElement
  if (appearance === 'automatic') delete dataset['appearance']
  else dataset['appearance'] = appearance
}
