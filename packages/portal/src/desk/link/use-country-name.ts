import { useQuery } from '@tanstack/react-query'
import { useSpeaking } from '../../words/speaking.tsx'
import { linkageQuery } from './link-queries.ts'

/** How a country of the linkage is called, for its code in whatever case; the code until it is known. */
export function useCountryName(): (code: string) => string {
  const { language } = useSpeaking()
  const { data } = useQuery(linkageQuery(language))
  return (code) => {
    const country = code.toUpperCase()
    const state = data?.countries.find((each) => each.country === country)
    return state?.label[language] ?? country
  }
}
