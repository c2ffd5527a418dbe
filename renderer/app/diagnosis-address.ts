import {
  closeDiagnosis,
  diagnoseChosen,
  openDiagnosis,
  type ChosenDevices,
  type DiagnosisPageState,
  type DiagnosisStore,
} from '../features/diagnosis/index.ts'
import type { Desk } from '../lib/desk.ts'
import type { PageStores } from './page.ts'
import { describe, goTo, type AddressBar, type RouteStore } from './route-store.ts'
import { addressQuery, takeMember } from './routes.ts'

export type DiagnosisInAddress = {
  readonly address: AddressBar
  readonly diagnosis: DiagnosisStore
  readonly route: RouteStore
}

/** The diagnosis that is open stands in the address, so that a link leads there and reloading comes back. */
export function connectDiagnosis(desk: Desk, { address, diagnosis, route }: DiagnosisInAddress): void {
  const follow = (query: string) => {
    const id = takeMember(query, 'diagnosis').value
    const open = diagnosis.getState().opened
    if (id !== null && open?.diagnosis?.id !== id) void openDiagnosis(diagnosis, desk, id)
    // One that runs, or another part of the place, stays as it is.
    else if (id === null && open?.diagnosis && !open.work && query === '') closeDiagnosis(diagnosis)
  }
  const { place, query } = route.getState()
  if (place === 'troubleshoot') follow(query)
  route.subscribe((now) => {
    if (now.place === 'troubleshoot') follow(now.query)
  })
  diagnosis.subscribe((state, before) => {
    const query = diagnosisQuery(state)
    if (query === diagnosisQuery(before)) return
    const now = route.getState()
    if (now.place === 'troubleshoot' && !now.query.includes('section=')) {
      describe(address, route, { place: 'troubleshoot', query })
    }
  })
}

export function diagnosisQuery({ opened }: Pick<DiagnosisPageState, 'opened'>): string {
  return opened?.diagnosis && !opened.work ? addressQuery({ diagnosis: opened.diagnosis.id }) : ''
}

/** Leads to the place with these devices chosen. */
export function diagnose(page: PageStores, chosen: ChosenDevices): void {
  if (chosen.count === 0) return
  diagnoseChosen(page.diagnosis, page.desk, chosen)
  goTo(page.address, { place: 'troubleshoot', query: '' })
}
