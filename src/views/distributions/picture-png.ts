/** Pixels of the picture to a pixel of the file, so that print stays sharp. */
const SCALE = 2;

/** Draws SVG text as a PNG. The text must stand alone: an image fetches nothing. Throws where the browser cannot draw it, or not so large. */
export async function picturePng(svg: string, scale = SCALE): Promise<Uint8Array> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(image.naturalWidth * scale);
    canvas.height = Math.ceil(image.naturalHeight * scale);
    const drawing = canvas.getContext('2d');
    if (!drawing) throw new Error(`picture of ${canvas.width} × ${canvas.height} pixels cannot be drawn`);
    drawing.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!blob) throw new Error(`picture of ${canvas.width} × ${canvas.height} pixels is too large`);
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}
