/**
 * A field whose arrows walk through the list below it is a combo box. The library adds what the field controls, but
 * calls it a search field, whose list assistive programs and axe would take for one that only a pointer can scroll.
 */
export const COMBO_BOX = { role: 'combobox', 'aria-expanded': true, 'aria-haspopup': 'listbox' } as const
