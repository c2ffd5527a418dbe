import { Specimen } from './Specimen.tsx'
import styles from './Gallery.module.css'

const SURFACES = [
  'canvas',
  'surface',
  'surface-raised',
  'surface-hover',
  'surface-pressed',
  'surface-selected',
] as const
const COLOURS = ['text', 'text-quiet', 'text-disabled', 'accent', 'focus', 'border', 'border-strong'] as const
const TONES = ['good', 'warn', 'bad', 'info', 'neutral'] as const
const SPACES = ['1', '2', '3', '4', '5', '6', '8', '12'] as const

/** Colours, sizes and spaces as they are in this theme. */
export function TokensChapter() {
  return (
    <>
      <Specimen name="Type" variant="stack">
        <p style={{ fontSize: 'var(--size-display)' }}>Display 24 – one figure that matters</p>
        <p style={{ fontSize: 'var(--size-title)' }}>Title 20 – the place</p>
        <p style={{ fontSize: 'var(--size-lead)' }}>Lead 15 – a card, a dialog</p>
        <p>Body 13 – everything else</p>
        <p style={{ fontSize: 'var(--size-small)' }}>Small 12 – what matters less</p>
        <code>F9FXK2Q1Q1GC 0123456789</code>
      </Specimen>
      <Specimen name="Surfaces" variant="stack">
        <Swatches names={SURFACES} />
      </Specimen>
      <Specimen name="Colours" variant="stack">
        <Swatches names={COLOURS} />
      </Specimen>
      <Specimen name="Tones" variant="stack">
        <Swatches names={TONES.flatMap((tone) => [tone, `${tone}-surface`])} />
      </Specimen>
      <Specimen name="Space" variant="stack">
        {SPACES.map((step) => (
          <div key={step} className={styles.bar} style={{ width: `var(--space-${step})` }} />
        ))}
      </Specimen>
    </>
  )
}

function Swatches({ names }: { readonly names: readonly string[] }) {
  return (
    <div className={styles.swatches}>
      {names.map((name) => (
        <span key={name} className={styles.swatch}>
          <span className={styles.colour} style={{ background: `var(--${name})` }} />
          {name}
        </span>
      ))}
    </div>
  )
}
