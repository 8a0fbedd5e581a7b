/** One picture of the gallery, drawn again as a golden. `width` is its own; the gallery gives less where the page has less. */
export interface Example {
  readonly width: number;
  readonly draw: (document: Document, width: number) => SVGElement;
}
