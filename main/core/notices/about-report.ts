import type { ReportSchedule } from '../../../shared/model/report.ts'
import { notice, type FoundNotice } from './notice.ts'

/** An export that should have been written and was not: told once for each time it begins to fail. */
export function aboutReport({ id, name, ref, failures, lastRun, lastSuccessAt, nextAt }: ReportSchedule): FoundNotice {
  return notice({
    id: `report-failed:${id}:${lastSuccessAt ?? 0}`,
    kind: 'report-failed',
    level: 'soon',
    subject: name ?? ref,
    at: lastRun?.finishedAt ?? lastRun?.startedAt ?? lastSuccessAt ?? 0,
    dueAt: nextAt,
    code: lastRun?.error?.code ?? null,
    count: failures,
  })
}
