/** What can be put on paper. A document is written from top to bottom; what comes first is read first. Sizes are points (1/72 inch). */

/** A stretch of text that is set or read differently from its surroundings. */
export interface Run {
  readonly text: string
  readonly strong?: boolean
  /** Language of the stretch where it differs from the document's (`de`, `en`, `tr`): how it is pronounced. */
  readonly lang?: string
  /** Absolute address that the stretch leads to. */
  readonly href?: string
}

/** Text, or stretches of it that follow each other without a break. */
export type Words = string | readonly (string | Run)[]

/** Type sizes: 30, 21, 15, 12.5, 10.5, 9 pt on an unreduced page. */
export type Size = 'display' | 'title' | 'heading' | 'lead' | 'body' | 'small'
/** Text: `ink`, `soft`, `blue`. Shapes also: `pale` and `line`, `sun`, `white`. All text colours pass 4.5:1 on white and on `pale`. */
export type Colour = 'ink' | 'soft' | 'blue' | 'pale' | 'line' | 'sun' | 'white'

/** How a text is set; each block has its own default. */
export interface Setting {
  readonly size?: Size
  readonly colour?: 'ink' | 'soft' | 'blue'
  readonly strong?: boolean
}

/** Draws shapes. The origin is the upper left corner of what is drawn; y grows downwards. */
export interface Pen {
  rectangle(x: number, y: number, width: number, height: number, fill: Colour | string): void
  /** An SVG path, filled, or stroked where a width is given; `turn` rotates clockwise by degrees around a point. */
  path(d: string, look: { readonly fill: Colour | string; readonly turn?: Turn } | { readonly stroke: Colour | string; readonly width: number }): void
  circle(x: number, y: number, radius: number, fill: Colour | string): void
}
export interface Turn {
  readonly degrees: number
  readonly x: number
  readonly y: number
}

/** A picture: `width` and `height` are the room its drawing uses; it is reduced where the column is narrower. */
export interface Picture {
  readonly width: number
  readonly height: number
  /** Points on the page that the width takes; default: as drawn. `'column'` fills the column. */
  readonly shown?: number | 'column'
  draw(pen: Pen): void
}

/** The sheet while it is written. Every method adds below what is there; nothing can be taken back. */
export interface Paper {
  /** Levels may not be skipped (1, then 2, …): it is how screen readers find their way. A heading stays with what follows it. */
  heading(level: 1 | 2 | 3, words: Words, setting?: Setting): void
  paragraph(words: Words, setting?: Setting): void
  /** `tick` draws empty boxes to tick by hand. */
  list(items: readonly Words[], options?: Setting & { readonly marker?: 'bullet' | 'number' | 'tick' }): void
  /** Names with what they stand for, side by side where there is room: "Gültig bis – 20.11.2029". */
  facts(pairs: readonly { readonly label: string; readonly value: Words }[]): void
  /**
   * Columns beside each other, read one after the other. `shares` are widths relative to each other (default: equal), `gap` is the
   * distance between them in points (default: 26). Columns too high for one page are set below each other.
   */
  columns(parts: readonly ((column: Paper) => void)[], shares?: readonly number[], gap?: number): void
  /** A panel with a pale ground. Stays on one page where it fits on one. */
  panel(draw: (inside: Paper) => void): void
  /** A picture that says something; `alt` says it in words. */
  figure(alt: string, picture: Picture): void
  /** A picture that says nothing. Screen readers pass over it. */
  decoration(picture: Picture): void
  /** A thin line across. Not read out. */
  rule(): void
  /** Room below what is there, in points; blocks keep their usual distance by themselves. */
  space(points: number): void
}

/** About the document as a whole. */
export interface DocumentFacts {
  /** Shown by viewers in place of the file name. */
  readonly title: string
  readonly lang: 'de' | 'en'
  /** Instant, UTC ISO. The same facts and the same drawing give the same bytes. */
  readonly created_at: string
  /** Who it comes from: the authority. */
  readonly author?: string
  /** One line at the foot of every page, as decoration: what is needed to understand the text must stand in it. */
  readonly footer?: string
  /** Reduce type and distances (at most to 70 %) until everything fits on one page. What is longer still goes on over more pages. */
  readonly one_page?: boolean
}
