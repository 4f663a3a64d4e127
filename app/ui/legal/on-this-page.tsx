import { useT } from '#app/i18n/translate.ts'

/** Contents of a long page, beside it where there is room. */
export const OnThisPage = ({ sections }: { sections: readonly { readonly id: string; readonly title: string }[] }) => (
  <nav className="wb-toc" aria-labelledby="on-this-page">
    <h2 id="on-this-page" className="t-h4">
      {useT()('legal.contents')}
    </h2>
    <ol>
      {sections.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ol>
  </nav>
)
