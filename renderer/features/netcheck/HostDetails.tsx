import type { HostCheck } from '../../../shared/model/network-check.ts'
import { cellsOf, describeHost, remarksOf } from '../../../shared/network-report.ts'
import { text } from '../../lib/text.ts'
import { Facts } from '../../ui/Card.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { hostKey, hostLook } from './hosts.ts'

const SHOWN = [
  'listed',
  'purpose',
  'addresses',
  'ipv4',
  'ipv6',
  'proxy',
  'tls',
  'issuer',
  'expires',
  'fingerprint',
  'inspected',
  'status',
  'reason',
  'ms',
] as const

/** Everything that was seen of one host, what it means and who can repair it. */
export function HostDetails({ host, onClose }: { readonly host: HostCheck; readonly onClose: () => void }) {
  const words = text().netcheck
  const said = text().troubleshoot.network
  const { means, next, repairer } = describeHost(host, words)
  const cells = cellsOf(host, words)
  const facts = SHOWN.filter((column) => cells[column] !== '').map((column) => ({
    label: words.columns[column],
    value: <bdi>{cells[column]}</bdi>,
  }))
  return (
    <Drawer label={said.details(hostKey(host))} title={<bdi>{hostKey(host)}</bdi>} onClose={onClose}>
      <div>
        <StatusBadge {...hostLook(host)} />
      </div>
      <Facts
        variant="lines"
        facts={[
          { label: said.what.means, value: means },
          { label: said.what.next, value: next },
          { label: said.what.who, value: repairer },
          ...remarksOf(host, words)
            .map((remark) => ({ label: words.columns.remarks, value: remark }))
            .slice(0, 1),
          ...facts,
        ]}
      />
    </Drawer>
  )
}
