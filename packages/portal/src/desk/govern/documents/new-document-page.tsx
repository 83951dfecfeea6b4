import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import {
  isWrittenRegister,
  registers,
  type Operation,
  type WrittenRegister,
} from '@caudal/methods/govern'
import { SignedInOnly } from '../../../account/signed-in-only.tsx'
import { NotFoundPage } from '../../../frame/not-found-page.tsx'
import { usePageTitle } from '../../../frame/page-title.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import { BackToGovern } from '../back-to-govern.tsx'
import { useGovernWords } from '../words/govern-words.ts'
import { DocumentForm } from './document-form.tsx'
import { useOffered } from './use-offered.ts'
import styles from '../../desk.module.css'

/** Who enters and changes the documents of a register. */
export function writingOperation(register: WrittenRegister): Operation {
  if (register === 'derogation') return 'govern.ask-derogation'
  return register === 'institution' ? 'govern.keep-institutions' : 'govern.keep-registers'
}

/** Enters a new document in a register. */
export function NewDocumentPage(): ReactNode {
  const { register } = useParams({ from: '/$language/desk/govern/new/$register' })
  if (!isWrittenRegister(register)) return <NotFoundPage />
  return (
    <SignedInOnly operation={writingOperation(register)}>
      {({ operations, account }) => (
        <NewDocument
          register={register}
          reads={operations.includes('govern.read-registers')}
          institution={account.institution}
        />
      )}
    </SignedInOnly>
  )
}

function NewDocument({
  register,
  reads,
  institution,
}: {
  readonly register: WrittenRegister
  readonly reads: boolean
  readonly institution: string
}): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  const navigate = useNavigate()
  const client = useQueryClient()
  const offered = useOffered(reads)
  const title = words.documents.newIn(registers[register].label[language])
  usePageTitle(title)
  return (
    <div className={styles['page']} data-narrow="" aria-busy={offered.isPending}>
      <h1>{title}</h1>
      {!offered.isPending && (
        <DocumentForm
          register={register}
          version={0}
          offered={offered}
          institution={institution}
          onConflict={() => {}}
          onSaved={(id) => {
            void client.invalidateQueries({ queryKey: ['account-items', 'govern'] })
            void (register === 'derogation'
              ? navigate({ to: '/$language/desk/govern/derogations', params: { language } })
              : navigate({
                  to: '/$language/desk/govern/registers/$register/$id',
                  params: { language, register, id },
                }))
          }}
        />
      )}
      <BackToGovern />
    </div>
  )
}
