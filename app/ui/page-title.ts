/** Title of the browser's tab: page, area, product. The page comes first because tabs are narrow. */
export const pageTitle = (...parts: readonly string[]) => [...parts, 'Wegbereiter'].join(' – ')
