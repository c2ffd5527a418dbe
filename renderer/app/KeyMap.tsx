import { PLACES } from '../../shared/model/places.ts'
import { text } from '../lib/text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { KeyList } from '../ui/Keys.tsx'
import styles from './Frame.module.css'
import { commandKey, isMacPlatform } from './shortcuts.ts'

/** What the keyboard can do, on one page. */
export function KeyMap({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const words = text().frame.keyMap
  const command = commandKey(isMacPlatform())
  const everywhere = [
    { keys: [`${command} K`], text: words.palette },
    { keys: [`${command} 1 … ${Math.min(9, PLACES.length)}`], text: words.place },
    { keys: [`${command} ,`], text: words.settings },
    { keys: ['F6', '⇧ F6'], text: words.nextPart },
    { keys: ['?'], text: words.map },
  ]
  const inTables = [
    { keys: ['↑', '↓', '←', '→'], text: words.move },
    { keys: ['PgUp', 'PgDn'], text: words.page },
    { keys: [`${command} Home`, `${command} End`], text: words.ends },
    { keys: ['Enter'], text: words.open },
    { keys: ['Space', '⇧ ↑', '⇧ ↓'], text: words.select },
    { keys: [`${command} A`, 'Esc'], text: words.selectAll },
    { keys: ['Alt ←', 'Alt →'], text: words.moveColumn },
    { keys: ['⇧ ←', '⇧ →'], text: words.resizeColumn },
  ]
  const inTree = [
    { keys: ['←', '→'], text: words.collapse },
    { keys: ['F2'], text: words.rename },
    { keys: ['Del'], text: words.remove },
    { keys: [`${command} Z`], text: words.undo },
  ]
  const inDialogs = [
    { keys: ['Tab', '⇧ Tab'], text: words.nextField },
    { keys: ['Esc'], text: words.close },
    { keys: ['Alt ↑', 'Alt ↓'], text: words.neighbour },
  ]
  return (
    <Dialog title={words.title} isOpen={isOpen} onClose={onClose} size="widest">
      <div className={styles.keyMap}>
        <KeyList title={words.everywhere} lines={everywhere} />
        <KeyList title={words.inDialogs} lines={inDialogs} />
        <KeyList title={words.inTree} lines={inTree} />
        <KeyList title={words.inTables} lines={inTables} />
      </div>
      <Dialog.Actions>
        <Button onPress={onClose}>{text().common.close}</Button>
      </Dialog.Actions>
    </Dialog>
  )
}
