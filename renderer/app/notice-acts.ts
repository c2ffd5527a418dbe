import type { Notice } from '../../shared/model/notice.ts'
import { closeNotices, noticeAction } from '../features/notices/index.ts'
import { sectionToQuery } from '../features/settings/index.ts'
import { startRun } from '../features/sync/index.ts'
import { openPortal, openRenew, portalsOf } from '../features/tokens/index.ts'
import { loadVault } from '../features/vault/index.ts'
import { valueOr } from '../lib/remote.ts'
import type { PageStores } from './page.ts'
import { goTo } from './route-store.ts'
import { addressQuery } from './routes.ts'
import type { Place } from '../../shared/model/places.ts'

/** Does the one next action of a notice, or leads to where it is done. The notice centre makes room for it. */
export function actOnNotice(page: PageStores, notice: Notice): void {
  const go = (place: Place, query = '') => goTo(page.address, { place, query })
  const token = valueOr(page.tokens.getState().tokens, []).find(({ id }) => id === notice.tokenId)
  const card = notice.subject === null ? '' : addressQuery({ token: notice.subject })
  closeNotices(page.notices)
  switch (noticeAction(notice)) {
    case 'renew':
      if (token) openRenew(page.tokens, token)
      return go('tokens', card)
    case 'sync':
      if (token) void startRun(page.sync, page.desk, { tokenId: token.id, full: false })
      return go('sync')
    case 'show-runs':
      return go('sync')
    case 'open-portal':
      void openPortal(page.desk, portalsOf(token?.account ?? null)[0] ?? 'business')
      return go('tokens', card)
    case 'show-reports':
      page.reports.setState({ shown: 'exports' })
      return go('reports')
    case 'show-credential':
      return go('tokens', card)
    case 'unlock':
      // The gate stands in front of every place as soon as the page knows that the vault is locked.
      return void loadVault(page.vault, page.desk)
    case 'make-recovery-code':
      return go('settings', sectionToQuery('vault'))
    case null:
  }
}
