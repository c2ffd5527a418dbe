import { useState } from 'react'
import { Card, Facts } from '../../../../renderer/ui/Card.tsx'
import { Button } from '../../../../renderer/ui/Button.tsx'
import { CountTabs } from '../../../../renderer/ui/CountTabs.tsx'
import { PickList } from '../../../../renderer/ui/PickList.tsx'
import { PlainCell, PlainTable } from '../../../../renderer/ui/PlainTable.tsx'
import { SettingGroup } from '../../../../renderer/ui/SettingGroup.tsx'
import { SideTabs } from '../../../../renderer/ui/SideTabs.tsx'
import { StatusBadge } from '../../../../renderer/ui/StatusBadge.tsx'
import { TreeView, type TreeNode } from '../../../../renderer/ui/TreeView.tsx'
import styles from './Gallery.module.css'
import { Specimen } from './Specimen.tsx'

const nothing = () => {}
const FACTS = [
  { label: 'Devices', value: '812,404' },
  { label: 'Organization', value: 'Northwind GmbH' },
  { label: 'Unknown', value: null },
]
const leaf = (text: string): TreeNode<string> => ({ id: text, text, value: text, hasChildren: false, children: [] })
const TREE: readonly TreeNode<string>[] = [
  { id: 'Global', text: 'Global', value: 'Global', hasChildren: true, children: [leaf('EMEA'), leaf('Americas')] },
]

/** What holds several things. */
export function ListsChapter() {
  const [tab, setTab] = useState<'vault' | 'network'>('vault')
  const [set, setSet] = useState<'both' | 'portal'>('both')
  return (
    <>
      <Specimen name="Card" variant="stack">
        <Card
          title="Europe"
          status={<StatusBadge text="Active" icon="check-circle" tone="good" />}
          actions={<Button>Verify</Button>}
        >
          <Facts facts={FACTS} />
        </Card>
        <Card title="A very long name of a server that somebody in the head office found self-explanatory in 2014">
          <Facts facts={FACTS} variant="lines" />
        </Card>
      </Specimen>
      <Specimen name="TreeView">
        <div className={`${styles.frame} ${styles.half}`}>
          <TreeView
            label="Groups"
            nodes={TREE}
            expanded={new Set(['Global'])}
            onExpanded={nothing}
            chosen="EMEA"
            onChoose={nothing}
            renderRow={(value) => <span>{value}</span>}
            nameOf={(value) => value}
            words={{ open: (text) => `Open ${text}`, drag: (text) => `Move ${text}` }}
            canDrop={() => true}
            onDrop={nothing}
          />
        </div>
      </Specimen>
      <Specimen name="PickList">
        <div className={styles.half}>
          <PickList
            label="Groups"
            searchLabel="Move to"
            items={[
              { id: '1', text: 'EMEA', detail: '/Global/EMEA' },
              { id: '2', text: 'Americas', detail: '/Global/Americas' },
            ]}
            search=""
            onSearch={nothing}
            picked="1"
            onPick={nothing}
            emptyText="No group has this name."
            footer="1,204 more: type to narrow them down."
          />
        </div>
        <div className={styles.half}>
          <PickList
            label="Nothing found"
            searchLabel="Search with nothing found"
            items={[]}
            search="Atlantis"
            onSearch={nothing}
            picked={null}
            onPick={nothing}
            emptyText="No group has this name."
          />
        </div>
      </Specimen>
      <Specimen name="SettingGroup" variant="stack">
        <SettingGroup title="Window" description="How this window behaves.">
          <SettingGroup.Row
            title="Folder of the data"
            description="/home/ada/.local/share/ade-desk"
            control={<Button onPress={nothing}>Open</Button>}
          />
          <SettingGroup.Select
            title="Lock by itself"
            options={[{ value: 'never', text: 'Never' }]}
            value="never"
            onChange={nothing}
          />
          <SettingGroup.Switch
            title="Start at login"
            description="The window starts minimised."
            isOn
            onChange={nothing}
          />
        </SettingGroup>
      </Specimen>
      <Specimen name="SideTabs" variant="stack">
        <SideTabs
          label="Settings"
          tabs={[
            { value: 'vault', title: 'Vault', icon: 'lock' },
            { value: 'network', title: 'Network', icon: 'sync' },
          ]}
          value={tab}
          onChange={setTab}
        >
          <p>What belongs to {tab}.</p>
        </SideTabs>
      </Specimen>
      <Specimen name="CountTabs" variant="stack">
        <CountTabs
          label="Sets"
          tabs={[
            { value: 'both', text: 'In both', count: '812,404' },
            { value: 'portal', text: 'Portal only', count: '12' },
          ]}
          value={set}
          onChange={setSet}
        >
          <p>What belongs to {set}.</p>
        </CountTabs>
      </Specimen>
      <Specimen name="PlainTable" variant="stack">
        <PlainTable
          label="Rejected rows"
          columns={[
            { id: 'line', title: 'Line', align: 'end', render: ({ line }) => String(line) },
            { id: 'cell', title: 'In the file', render: ({ cell }) => <PlainCell text={cell} isCode /> },
            {
              id: 'act',
              title: 'Remove',
              isTitleHidden: true,
              render: () => <Button onPress={nothing}>Remove</Button>,
            },
          ]}
          rows={[
            { line: 14, cell: '7.64E+11' },
            { line: 204, cell: 'a cell that is a good deal longer than any serial number has ever been' },
          ]}
          keyOf={({ line }) => line}
        />
      </Specimen>
    </>
  )
}
