import { createRootRoute, createRoute, notFound } from '@tanstack/react-router'
import { isLanguage, type Language } from '@caudal/methods/vocabulary'
import { loadWords } from '../words/catalogue.ts'
import { BrokenPage } from './broken-page.tsx'
import { LanguageLayout } from './language-layout.tsx'
import { NotFoundAnywhere, NotFoundPage } from './not-found-page.tsx'

export const root = createRootRoute({ notFoundComponent: NotFoundAnywhere })

/** Every page lies under a language, whose words are loaded before it is shown. */
export const inLanguage = createRoute({
  getParentRoute: () => root,
  path: '$language',
  params: {
    parse: ({ language }): { language: Language } => {
      if (!isLanguage(language)) throw notFound()
      return { language }
    },
  },
  loader: ({ params }) => loadWords(params.language),
  staleTime: Infinity,
  component: LanguageLayout,
  errorComponent: BrokenPage,
  notFoundComponent: NotFoundPage,
})
