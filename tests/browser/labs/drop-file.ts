/** Brings a picture of the reader's to a page by dropping it, wherever on the page they are. */
import type { Page } from 'playwright-core';

export const dropFile = (page: Page, name: string, content: Buffer): Promise<void> =>
  page.evaluate(
    ({ bytes, fileName }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(bytes)], fileName, { type: 'image/png' }));
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
    },
    { bytes: [...content], fileName: name },
  );
