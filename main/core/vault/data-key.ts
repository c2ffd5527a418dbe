/**
 * Holds the data key while the vault is unlocked. JavaScript may copy what it likes, but these bytes, the only ones
 * that stay, are zeros once forgotten.
 */
export function createDataKeyHolder() {
  let held: Uint8Array | undefined

  return {
    get: () => held,

    /** Takes the bytes over: the caller must not keep them. */
    hold(key: Uint8Array) {
      if (key === held) return
      held?.fill(0)
      held = key
    },

    forget() {
      held?.fill(0)
      held = undefined
    },
  }
}

export type DataKeyHolder = ReturnType<typeof createDataKeyHolder>
