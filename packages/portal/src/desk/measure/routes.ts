import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../desk-route.ts'

const breaks = createRoute({
  getParentRoute: () => desk,
  path: 'measure',
  component: lazyRouteComponent(() => import('./breaks-page.tsx'), 'BreaksPage'),
})

export const measureDeskRoutes = [breaks] as const
