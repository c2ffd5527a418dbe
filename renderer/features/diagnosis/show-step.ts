/** Where in the page a step stands. */
export function elementId(step: string): string {
  return `step-${step.replace('/', '-')}`
}

/** Brings a step into view, with the focus on its first answer. */
export function showStep(step: string): void {
  const element = document.getElementById(elementId(step))
  element?.scrollIntoView({ block: 'center' })
  element?.querySelector<HTMLElement>('button, textarea')?.focus({ preventScroll: true })
}
