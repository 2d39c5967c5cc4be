/**
 * Text that Plotly shows letter by letter. Plotly reads labels as a small HTML (`<b>`, `<a href>`, `&lt;`), so that a
 * region named `<img src=x>` would vanish or become a link without this.
 */
export function escapeChartText(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  return text.replace(/[&<>]/g, (character) => entities[character] ?? character);
}
