import type { Language } from '@caudal/methods/vocabulary'
import { dayLocale } from '../../words/day-locale.ts'

/** A day as readers write it: `28 nov 2026`. */
export function sayDay(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(dayLocale[language], { dateStyle: 'medium' }).format(
    new Date(iso.length === 10 ? `${iso}T12:00:00` : iso),
  )
}

/** A day and its time, in the reader's own zone. */
export function sayMoment(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(dayLocale[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(iso))
}
