const REDACTED = '[secret]'
const inspect = Symbol.for('nodejs.util.inspect.custom')

/**
 * A value that must not be printed. Every way JavaScript turns an object into text answers `[secret]`;
 * the only way to the value is `reveal()`, which is easy to search for.
 */
export class Secret<T extends string | Uint8Array = string> {
  readonly #value: T

  constructor(value: T) {
    this.#value = value
  }

  reveal(): T {
    return this.#value
  }

  toString(): string {
    return REDACTED
  }

  toJSON(): string {
    return REDACTED
  }

  [inspect](): string {
    return REDACTED
  }

  get [Symbol.toStringTag](): string {
    return REDACTED
  }
}
