/** Under what name a browser keeps answers about figures. */
export const answersName = 'answers-1'

/** Header of a kept page or answer: when it came from the node. */
export const dateHeader = 'x-kept-at'

/**
 * Takes from the browser what was read of figures: whoever uses it next starts with none. What is kept
 * is everybody's in any case; what somebody looked at is not.
 */
export async function forgetKeptAnswers(): Promise<void> {
  // A browser that keeps nothing, or may not, has nothing to forget.
  if ('caches' in globalThis) await caches.delete(answersName).catch(() => false)
}
