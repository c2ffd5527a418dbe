import type { ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Button } from './Button.tsx'

export type FileButtonProps = {
  readonly children: ReactNode
  readonly onFile: (file: File) => void
  readonly isDisabled?: boolean
}

/** Lets a person choose one file, where a whole zone to drop it would be too much. */
export function FileButton({ children, onFile, isDisabled = false }: FileButtonProps) {
  return (
    <FileTrigger
      onSelect={(files) => {
        const file = files?.[0]
        if (file) onFile(file)
      }}
    >
      <Button icon="folder" isDisabled={isDisabled}>
        {children}
      </Button>
    </FileTrigger>
  )
}
