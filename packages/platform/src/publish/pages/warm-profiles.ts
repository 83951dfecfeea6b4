import { setTimeout as pause } from 'node:timers/promises'
import { languages } from '@caudal/methods/vocabulary'
import type { SitePages } from './service.ts'

/** Milliseconds between two profiles: whoever asks meanwhile is answered first. */
const restMs = 1000
/** Profiles that are made ready; of more the others are made when they are asked for. */
const mostProfiles = 60

/**
 * Makes the profiles of the countries that the node has records of, one after the other, so that the
 * first reader of one does not wait.
 *
 * @param warn told of what failed; a page that cannot be made now is made when it is asked for
 * @param rest what is waited for before each profile
 */
export async function warmProfiles(
  pages: Pick<SitePages, 'recorded' | 'country'>,
  signal: AbortSignal,
  warn: (fault: unknown) => void,
  rest = (): Promise<unknown> => pause(restMs, undefined, { signal, ref: false }),
): Promise<void> {
  const codes = await pages.recorded().catch((error: unknown) => {
    warn(error)
    return []
  })
  for (const code of codes.slice(0, mostProfiles)) {
    for (const language of languages) {
      if (signal.aborted) return
      await rest().catch(() => {})
      if (signal.aborted) return
      await pages.country(code, language).catch(warn)
    }
  }
}
