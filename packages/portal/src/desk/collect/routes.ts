import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../desk-route.ts'

const batches = createRoute({
  getParentRoute: () => desk,
  path: 'collect',
  component: lazyRouteComponent(() => import('./batches/batches-page.tsx'), 'BatchesPage'),
})

const batch = createRoute({
  getParentRoute: () => desk,
  path: 'collect/batches/$id',
  component: lazyRouteComponent(() => import('./batches/batch-page.tsx'), 'BatchPage'),
})

const compare = createRoute({
  getParentRoute: () => desk,
  path: 'collect/batches/$id/compare',
  component: lazyRouteComponent(() => import('./compare/compare-page.tsx'), 'ComparePage'),
})

const upload = createRoute({
  getParentRoute: () => desk,
  path: 'collect/send',
  component: lazyRouteComponent(() => import('./send/upload-page.tsx'), 'UploadPage'),
})

const send = createRoute({
  getParentRoute: () => desk,
  path: 'collect/send/$id/$step',
  component: lazyRouteComponent(() => import('./send/send-page.tsx'), 'SendPage'),
})

const calendar = createRoute({
  getParentRoute: () => desk,
  path: 'collect/calendar',
  component: lazyRouteComponent(() => import('./calendar/calendar-page.tsx'), 'CalendarPage'),
})

const codeLists = createRoute({
  getParentRoute: () => desk,
  path: 'collect/codes',
  component: lazyRouteComponent(() => import('./codes/lists-page.tsx'), 'CodeListsPage'),
})

const codeList = createRoute({
  getParentRoute: () => desk,
  path: 'collect/codes/$list',
  component: lazyRouteComponent(() => import('./codes/list-page.tsx'), 'CodeListPage'),
})

const codeFile = createRoute({
  getParentRoute: () => desk,
  path: 'collect/codes/file',
  component: lazyRouteComponent(() => import('./codes/file-page.tsx'), 'CodeFilePage'),
})

const readable = createRoute({
  getParentRoute: () => desk,
  path: 'collect/records',
  component: lazyRouteComponent(() => import('./records/readable-page.tsx'), 'ReadablePage'),
})

const records = createRoute({
  getParentRoute: () => desk,
  path: 'collect/records/$dataset/$purpose',
  component: lazyRouteComponent(() => import('./records/records-page.tsx'), 'RecordsPage'),
})

const forms = createRoute({
  getParentRoute: () => desk,
  path: 'collect/forms',
  component: lazyRouteComponent(() => import('./forms/forms-page.tsx'), 'FormsPage'),
})

const newForm = createRoute({
  getParentRoute: () => desk,
  path: 'collect/forms/new',
  component: lazyRouteComponent(() => import('./forms/new-form-page.tsx'), 'NewFormPage'),
})

const form = createRoute({
  getParentRoute: () => desk,
  path: 'collect/forms/$id',
  component: lazyRouteComponent(() => import('./forms/form-page.tsx'), 'FormPage'),
})

const formFields = createRoute({
  getParentRoute: () => desk,
  path: 'collect/forms/$id/fields',
  component: lazyRouteComponent(() => import('./forms/fields-page.tsx'), 'FieldsPage'),
})

const formEntry = createRoute({
  getParentRoute: () => desk,
  path: 'collect/forms/$id/entry/$entry',
  component: lazyRouteComponent(() => import('./forms/entry/entry-page.tsx'), 'EntryPage'),
})

export const collectRoutes = [
  batches,
  batch,
  compare,
  upload,
  send,
  calendar,
  codeLists,
  codeList,
  codeFile,
  readable,
  records,
  forms,
  newForm,
  form,
  formFields,
  formEntry,
] as const
