import { useQuery } from '@tanstack/react-query'
import { useSpeaking } from '../../../words/speaking.tsx'
import { institutionsQuery } from '../../../account/people/institutions.ts'
import { useWho } from '../../../account/who.ts'
import { registerQuery, type Stored } from '../govern-queries.ts'
import type { Offered } from './field-input.tsx'

/** What the forms offer to choose from, and what they know of institutions. */
export interface Choosing extends Offered {
  readonly isPending: boolean
  countryOf(institution: string): string
}

/**
 * Institutions and countries; activities and assessments too, where the reader may consult registers.
 * @param reads whether the reader may
 */
export function useOffered(reads: boolean): Choosing {
  const { language } = useSpeaking()
  const listed = useQuery(institutionsQuery)
  const activities = useQuery({ ...registerQuery('activity'), enabled: reads })
  const assessments = useQuery({ ...registerQuery('assessment'), enabled: reads })
  const institutions = listed.data?.institutions ?? []
  const who = useWho().data
  const own = who?.account?.country
  const countryOf = (institution: string): string =>
    institutions.find(({ id }) => id === institution)?.country ?? ''
  return {
    isPending: listed.isPending || (reads && (activities.isPending || assessments.isPending)),
    institutions: institutions.map(({ id, name }) => [id, name]),
    countries: (listed.data?.countries ?? [])
      .map(({ code, label }) => [code, label[language]] as const)
      .sort(([, one], [, other]) => one.localeCompare(other, language)),
    activities: titled(activities.data?.documents),
    ownActivities: titled(
      activities.data?.documents.filter(
        ({ content }) => 'controller' in content && countryOf(content.controller) === own,
      ),
    ),
    assessments: titled(assessments.data?.documents),
    countryOf,
  }
}

function titled(documents: readonly Stored[] = []): (readonly [string, string])[] {
  return documents.map(({ id, content }) => [id, 'title' in content ? content.title : id])
}
