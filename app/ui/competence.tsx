import type { ReactNode } from 'react'
import { useT } from '#app/i18n/translate.ts'
import { classes } from './class-names.ts'

/** The eight competences of the programme. */
export type CompetenceId = 'K1' | 'K2' | 'K3' | 'K4' | 'K5' | 'K6' | 'K7' | 'K8'

/** Several competences in a row: pictogram and number, the name for assistive technology; with `names` the name is visible. */
export const Competences = ({ ids, names = false }: { ids: readonly CompetenceId[]; names?: boolean }) => {
  const t = useT()
  return (
    <ul className="wb-comps" aria-label={t('shell.competences')}>
      {ids.map((id) => (
        <li key={id}>
          <Pictogram id={id} />
          <span>
            {id}
            <span className={names ? undefined : 'kern-sr-only'}> {t(`shell.competence.${id}`)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The pictogram of a competence on a 32 grid, with exactly one filled part: the light. Never stands alone. */
export const Pictogram = ({ id, large = false }: { id: CompetenceId; large?: boolean }) => (
  <svg className={classes('wb-pic', large && 'wb-pic--l')} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    {DRAWING[id]}
  </svg>
)

const DRAWING: Readonly<Record<CompetenceId, ReactNode>> = {
  // name badge
  K1: (
    <>
      <path d="M16 3v5" />
      <rect x="4" y="8" width="24" height="18" rx="2" />
      <circle className="pi-f" cx="11" cy="15.5" r="2.5" />
      <path d="M7.5 22c.5-2.3 1.8-3.5 3.5-3.5s3 1.2 3.5 3.5M18.5 14.5H24M18.5 19.5H24" />
    </>
  ),
  // one observation, three explanations
  K2: (
    <>
      <circle className="pi-f" cx="6" cy="16" r="3" />
      <path d="M9 16h14M8.2 14l6.3-7H23M8.2 18l6.3 7H23" />
      <circle cx="25.5" cy="7" r="2.5" />
      <circle cx="25.5" cy="16" r="2.5" />
      <circle cx="25.5" cy="25" r="2.5" />
    </>
  ),
  // scales in balance
  K3: (
    <>
      <path d="M16 7v20M10 27h12M5 10h22" />
      <circle className="pi-f" cx="16" cy="6" r="2.5" />
      <path d="M7 10 3 19h8zM25 10l-4 9h8z" />
      <path d="M3 19a4 3.5 0 0 0 8 0M21 19a4 3.5 0 0 0 8 0" />
    </>
  ),
  // two speech bubbles of the same size
  K4: (
    <>
      <path d="M4 5h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-8l-4 4v-4H4a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z" />
      <path d="M24 12h4a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-2v4l-4-4h-8a2 2 0 0 1-2-2v-1" />
      <circle className="pi-f" cx="11" cy="10.5" r="2.5" />
    </>
  ),
  // a sheet with one line brought out
  K5: (
    <>
      <path d="M6 3h14l6 6v20H6z" />
      <path d="M20 3v6h6" />
      <rect className="pi-f" x="10" y="13" width="12" height="4" />
      <path d="M10 21h12M10 25h7" />
    </>
  ),
  // a swing that comes to rest
  K6: (
    <>
      <path d="M2 16l2.5-9 4 19 4-16 3 10 2-4H30" />
      <circle className="pi-f" cx="25" cy="16" r="3" />
    </>
  ),
  // a signpost with two directions
  K7: (
    <>
      <path d="M15 3v3M15 14v3M15 25v4M10 29h10" />
      <path className="pi-f" d="M8 6h15l5 4-5 4H8z" />
      <path d="M24 17H9l-5 4 5 4h15z" />
    </>
  ),
  // a circle around an open door
  K8: (
    <>
      <path d="M27 16a11 11 0 1 1-3.6-8.1" />
      <path d="M28 3v6.5h-6.5" />
      <path className="pi-f" d="M11 21.5v-5a5 5 0 0 1 10 0v5z" />
    </>
  ),
}
