/** Why the product cannot start, in plain words: the one kind of error that the command line prints to people, without a stack. */
export class CannotStart extends Error {
  /** @param de one German sentence @param en the same in English */
  constructor(de: string, en: string) {
    super(`${de}\n${en}`)
    this.name = 'CannotStart'
  }
}
