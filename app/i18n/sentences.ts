/** The same keys as the German messages, each with some text: a missing English sentence does not compile. */
export type Sentences<T> = { readonly [K in keyof T]: T[K] extends string ? string : Sentences<T[K]> }
