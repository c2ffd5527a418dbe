import { createElement, type JSX } from 'react'

/** For the `render` of a button: the pointer's tooltip, which the library would not pass on. */
export function withHint(hint: string): (props: JSX.IntrinsicElements['button']) => JSX.Element {
  return (props) => createElement('button', { ...props, title: hint })
}
