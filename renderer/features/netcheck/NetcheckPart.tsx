import { HOST_CATEGORIES, type NetworkCheck } from '../../../shared/model/network-check.ts'
import { circumstances, describeNetwork, limitsOf, networkText } from '../../../shared/network-report.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatCount, formatMoment } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckList } from '../../ui/CheckList.tsx'
import { CopyButton, Copyable } from '../../ui/Copyable.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import * as actions from './actions.ts'
import { readFurtherHosts } from './further-hosts.ts'
import { HostDetails } from './HostDetails.tsx'
import { HostTable } from './HostTable.tsx'
import { hostKey, troubles } from './hosts.ts'
import styles from './Netcheck.module.css'
import type { NetcheckStore } from './store.ts'

/** Can an enrollment get through this network? Choices first, then a table a network team can act on. */
export function NetcheckPart({ store }: { readonly store: NetcheckStore }) {
  const words = text().troubleshoot.network
  const { run, check, shown } = useStore(store)
  const host = check.status === 'ready' ? check.value.hosts.find((one) => hostKey(one) === shown) : undefined
  return (
    <div className={styles.main}>
      <div className={styles.content}>
        <p>{words.intro}</p>
        <Choice store={store} />
        {run && <Progress store={store} />}
        {check.status === 'failed' && !run && <FailureNotice error={check.error} />}
        {check.status === 'ready' && <Result store={store} check={check.value} isOld={run !== null} />}
        <Limits />
      </div>
      {host && <HostDetails host={host} onClose={() => store.setState({ shown: null })} />}
    </div>
  )
}

function Choice({ store }: { readonly store: NetcheckStore }) {
  const desk = useDesk()
  const words = text().troubleshoot.network
  const { categories, hosts, run, check } = useStore(store)
  const further = readFurtherHosts(hosts)
  const nothing = categories.length === 0 && hosts.trim() === ''
  return (
    <form
      className={styles.choice}
      onSubmit={(event) => {
        event.preventDefault()
        void actions.runNetworkCheck(store, desk)
      }}
    >
      <CheckList
        label={words.which}
        items={HOST_CATEGORIES.map((value) => ({ value, text: words.categories[value] }))}
        chosen={categories}
        onChange={(chosen) => actions.chooseCategories(store, chosen)}
      />
      <TextArea
        label={words.ours}
        description={
          further.ok ? words.oursHint : further.wrong === null ? words.tooMany : words.wrongHost(further.wrong)
        }
        value={hosts}
        onChange={(typed) => store.setState({ hosts: typed })}
      />
      <div className={styles.options}>
        <Button variant="primary" type="submit" isDisabled={run !== null || nothing || !further.ok}>
          {check.status === 'ready' ? words.again : words.run}
        </Button>
      </div>
    </form>
  )
}

function Progress({ store }: { readonly store: NetcheckStore }) {
  const words = text().troubleshoot.network
  const progress = useStore(store, ({ run }) => run?.progress ?? null)
  return (
    <div className={styles.progress}>
      <div className={styles.bar}>
        <ProgressBar
          label={words.working}
          detail={
            progress
              ? words.progress(formatCount(progress.done), formatCount(progress.total), progress.latest?.host ?? '')
              : words.starting
          }
          fraction={progress && progress.total > 0 ? progress.done / progress.total : null}
        />
      </div>
      <Button onPress={() => actions.cancelNetworkCheck(store)}>{words.cancel}</Button>
    </div>
  )
}

type ResultProps = { readonly store: NetcheckStore; readonly check: NetworkCheck; readonly isOld: boolean }

function Result({ store, check, isOld }: ResultProps) {
  const desk = useDesk()
  const words = text().troubleshoot.network
  const { netcheck } = text()
  const sort = useStore(store, (state) => state.sort)
  const { title, means, next, repairer } = describeNetwork(check, netcheck)
  const isFine = check.verdict === 'ok'
  return (
    <section className={styles.result} aria-label={title} aria-busy={isOld}>
      <Notice tone={isFine ? 'good' : 'warn'} title={title}>
        <p>{means}</p>
        {!isFine && <p>{next}</p>}
        <Notice.Quiet>
          {[
            netcheck.checkedAt(formatMoment(check.startedAt)),
            ...(isFine ? [] : [netcheck.repairedBy(repairer), words.trouble(troubles(check.hosts))]),
          ].join(' · ')}
        </Notice.Quiet>
      </Notice>
      <HostTable
        hosts={check.hosts}
        sort={sort}
        onSort={(column) => actions.sortHosts(store, column)}
        onOpen={(host) => store.setState({ shown: hostKey(host) })}
      />
      <div className={styles.options}>
        <CopyButton value={networkText(check, netcheck)}>{words.copy}</CopyButton>
        <Button icon="download" onPress={() => void actions.saveNetworkCheck(store, desk, 'csv')}>
          {words.csv}
        </Button>
        <Button icon="download" onPress={() => void actions.saveNetworkCheck(store, desk, 'pdf')}>
          {words.pdf}
        </Button>
      </div>
      <Saved store={store} />
      <Disclosure title={words.circumstances}>
        <ul className={styles.lines}>
          {circumstances(check, netcheck).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Disclosure>
    </section>
  )
}

function Saved({ store }: { readonly store: NetcheckStore }) {
  const desk = useDesk()
  const words = text().troubleshoot.opened
  const saving = useStore(store, (state) => state.saving)
  if (saving.status === 'failed')
    return <FailureNotice error={saving.error} onDismiss={() => actions.forgetSaved(store)} />
  if (saving.status !== 'ready') return null
  return (
    <Notice
      tone="good"
      title={words.saved}
      onDismiss={() => actions.forgetSaved(store)}
      actions={
        <Button icon="folder" onPress={() => void actions.revealSaved(store, desk)}>
          {words.showFile}
        </Button>
      }
    >
      <Copyable label={words.path} value={saving.value} />
    </Notice>
  )
}

function Limits() {
  const { netcheck } = text()
  return (
    <section className={styles.limits} aria-label={netcheck.limitsTitle}>
      <h2>{netcheck.limitsTitle}</h2>
      <ul>
        {limitsOf(netcheck).map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </section>
  )
}
