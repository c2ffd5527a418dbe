import { useMemo, useRef, type ReactNode } from 'react'
import {
  Button,
  Collection,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
  Virtualizer,
  type Key,
  type Selection,
} from 'react-aria-components'
import { Icon } from './Icon.tsx'
import styles from './TreeView.module.css'

const USUAL_ROW_HEIGHT_PX = 32
const DRAG_TYPE = 'application/x-tree-row'

/** A row and the rows drawn below it: none while it is closed. A row that did not change is the same object. */
export type TreeNode<V> = {
  readonly id: string
  /** What typing finds, and the row's name for screen readers unless `nameOf` says more. */
  readonly text: string
  readonly value: V
  readonly hasChildren: boolean
  readonly children: readonly TreeNode<V>[]
}

export type TreeViewProps<V> = {
  readonly label: string
  readonly nodes: readonly TreeNode<V>[]
  readonly expanded: ReadonlySet<string>
  readonly onExpanded: (expanded: ReadonlySet<string>) => void
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
  /** Draws what stands after the arrow. Called for rows in sight only. */
  readonly renderRow: (value: V) => ReactNode
  readonly nameOf: (value: V) => string
  readonly words: { readonly open: (text: string) => string; readonly drag: (text: string) => string }
  /** Whether the first row may be dropped on the second. */
  readonly canDrop: (id: string, on: string) => boolean
  readonly onDrop: (id: string, on: string) => void
}

/** A tree of thousands of rows: only those in sight are drawn; rows move by pointer and by keyboard. */
export function TreeView<V>({ label, nodes, expanded, chosen, words, renderRow, nameOf, ...props }: TreeViewProps<V>) {
  const layout = useMemo(() => ({ rowSize: rowHeightPx() }), [])
  const { dragAndDropHooks } = useRowMoves(props)
  const select = (selection: Selection) => {
    const [id] = selection === 'all' ? [] : selection
    if (id !== undefined) props.onChoose(String(id))
  }
  const selected = useMemo(() => (chosen === null ? [] : [chosen]), [chosen])
  // The same function while nothing about it changed: thousands of rows are then not gone through again.
  const draw = useMemo(() => {
    const drawNode = (node: TreeNode<V>) => (
      <TreeItem
        id={node.id}
        textValue={node.text}
        aria-label={nameOf(node.value)}
        className={styles.row!}
        hasChildItems={node.hasChildren}
      >
        <TreeItemContent>
          {({ level }) => (
            <div className={styles.line} style={{ paddingInlineStart: `${indentPx(level)}px` }}>
              {node.hasChildren ? (
                <Button slot="chevron" className={styles.arrow!} aria-label={words.open(node.text)}>
                  <Icon name="chevron-right" size="small" />
                </Button>
              ) : (
                <span className={styles.arrow} />
              )}
              {renderRow(node.value)}
              <Button slot="drag" className={styles.drag!} aria-label={words.drag(node.text)}>
                <Icon name="grip" size="small" />
              </Button>
            </div>
          )}
        </TreeItemContent>
        <Collection items={rowsBelow(node)}>{drawNode}</Collection>
      </TreeItem>
    )
    return drawNode
  }, [renderRow, nameOf, words])
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layout}>
      <Tree
        aria-label={label}
        className={styles.tree!}
        items={nodes}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={selected}
        onSelectionChange={select}
        expandedKeys={expanded}
        onExpandedChange={(keys: Set<Key>) => props.onExpanded(new Set([...keys].map(String)))}
        dragAndDropHooks={dragAndDropHooks}
      >
        {draw}
      </Tree>
    </Virtualizer>
  )
}

/**
 * The component opens a row by keyboard, and calls it closed for screen readers, only where rows below it are known. A
 * closed row stands in for the first of them; nobody ever sees it.
 */
function rowsBelow<V>(node: TreeNode<V>): readonly TreeNode<V>[] {
  if (!node.hasChildren || node.children.length > 0) return node.children
  return [{ ...node, id: `${node.id}/`, hasChildren: false }]
}

const INDENT_PX = 16
const DEEP_INDENT_PX = 4
const DEEP_FROM_LEVEL = 8

/** Deep rows move in less, so that there is room left for their names. */
function indentPx(level: number): number {
  const deep = Math.max(0, level - DEEP_FROM_LEVEL)
  return (level - 1 - deep) * INDENT_PX + deep * DEEP_INDENT_PX
}

/** One row at a time is moved onto another one; between rows there is nothing to drop on. */
function useRowMoves<V>({ canDrop, onDrop }: Pick<TreeViewProps<V>, 'canDrop' | 'onDrop'>) {
  const dragged = useRef<string | null>(null)
  return useDragAndDrop<TreeNode<V>>({
    getItems: (keys) => [...keys].map((key) => ({ [DRAG_TYPE]: String(key), 'text/plain': String(key) })),
    acceptedDragTypes: [DRAG_TYPE],
    onDragStart: ({ keys }) => {
      dragged.current = [...keys].map(String)[0] ?? null
    },
    onDragEnd: () => {
      dragged.current = null
    },
    getDropOperation: (target) => {
      const isOnRow = target.type === 'item' && target.dropPosition === 'on'
      return isOnRow && dragged.current !== null && canDrop(dragged.current, String(target.key)) ? 'move' : 'cancel'
    },
    onItemDrop: ({ target }) => {
      if (dragged.current !== null) onDrop(dragged.current, String(target.key))
    },
  })
}

/** As the style sheets have it, which is less in a compact window. */
function rowHeightPx(): number {
  const token = getComputedStyle(document.documentElement).getPropertyValue('--row-height')
  return Number.parseFloat(token) || USUAL_ROW_HEIGHT_PX
}
