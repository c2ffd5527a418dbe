export const vault = {} as const
