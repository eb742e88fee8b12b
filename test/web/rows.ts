/** The rows of a page's table as words. */
export const rowsOf = (text: string): string[] =>
  [...(/<tbody.*<\/tbody>/s.exec(text)?.[0] ?? '').matchAll(/<tr.*?<\/tr>/gs)].map(([row]) =>
    row
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .replaceAll(' ,', ',')
      .trim(),
  );

/** The row that begins with a name; empty when there is none. */
export const rowOf = (text: string, name: string): string =>
  rowsOf(text).find((row) => row.startsWith(name)) ?? '';
