import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { inLanguage } from '../frame/language-route.ts'

/** The parent of every page of the desk: signed in, with the sections above the page. */
export const desk = createRoute({
  getParentRoute: () => inLanguage,
  path: 'desk',
  component: lazyRouteComponent(() => import('./desk-frame.tsx'), 'DeskFrame'),
})
