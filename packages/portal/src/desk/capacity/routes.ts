import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../desk-route.ts'

const list = createRoute({
  getParentRoute: () => desk,
  path: 'capacity',
  component: lazyRouteComponent(() => import('./capacity-page.tsx'), 'CapacityPage'),
})

const country = createRoute({
  getParentRoute: () => desk,
  path: 'capacity/$country',
  component: lazyRouteComponent(() => import('./country-page.tsx'), 'CountryCapacityPage'),
})

const answer = createRoute({
  getParentRoute: () => desk,
  path: 'capacity/$country/answer/$part',
  component: lazyRouteComponent(() => import('./answer-page.tsx'), 'AnswerPage'),
})

export const capacityRoutes = [list, country, answer] as const
