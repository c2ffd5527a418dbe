export { createStore, type StoreApi } from 'zustand/vanilla'
export { useStore } from 'zustand'
