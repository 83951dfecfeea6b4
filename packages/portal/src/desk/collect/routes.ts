import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../desk-route.ts'

const batches = createRoute({
  getParentRoute: () => desk,
  path: 'collect',
  component: lazyRouteComponent(() => import('./batches/batches-page.tsx'), 'BatchesPage'),
})

export const collectRoutes = [batches] as const
