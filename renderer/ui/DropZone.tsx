import { useState, type DragEvent, type ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Button } from './Button.tsx'
import { classNames } from './class-names.ts'
import styles from './DropZone.module.css'
import { Icon } from './Icon.tsx'

export type DropZoneProps = {
  readonly title: string
  readonly children?: ReactNode
  readonly buttonLabel: string
  readonly acceptedTypes: readonly string[]
  readonly onFile: (file: File) => void
  readonly isDisabled?: boolean
}

/** Takes one file: dropped, or chosen with the button, which is the way for the keyboard. */
export function DropZone({ title, children, buttonLabel, acceptedTypes, onFile, isDisabled = false }: DropZoneProps) {
  const [isOver, setIsOver] = useState(false)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file && !isDisabled) onFile(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    take(event.dataTransfer.files)
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(!isDisabled)
  }
  return (
    <div
      className={classNames(styles.zone, isOver && styles.over)}
      onDrop={drop}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
    >
      <span className={styles.icon}>
        <Icon name="upload" size="large" />
      </span>
      <p className={styles.title}>{title}</p>
      {children}
      <FileTrigger acceptedFileTypes={acceptedTypes} onSelect={take}>
        <Button isDisabled={isDisabled} icon="folder">
          {buttonLabel}
        </Button>
      </FileTrigger>
    </div>
  )
}
