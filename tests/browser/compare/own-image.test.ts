/** The reader's own image: brought in every way, framed, saved, refused with a sentence, and never in the address. */
import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { encodingDocumentSchema } from '../../../src/engine/encoding-document-schema';
import { lastingPage } from '../harness/lasting-page';
import { openPage, waitForMark } from '../harness/open-page';
import { type CompareView, openView, viewOf } from './view';

const shared = lastingPage((options) => openView('?sample=1F43A.noto&k=32&grid=8', options));

const striped = (width: number, height: number) =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="50%" height="100%" fill="#d33"/><rect x="50%" width="50%" height="100%" fill="#36c"/></svg>`),
  );

const upload = async ({ page }: Pick<CompareView, 'page'>, name: string, mimeType: string, buffer: Buffer) => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Upload image' }).click(),
  ]);
  await chooser.setFiles({ name, mimeType, buffer });
};
/** Colour of the input image's pixel at a share of its width and height. */
const colourAt = ({ page }: Pick<CompareView, 'page'>, x: number, y: number) =>
  page.getByRole('img', { name: 'Input image' }).evaluate(
    (element, [left, top]) => {
      const canvas = element as HTMLCanvasElement;
      const { data } = canvas.getContext('2d')!.getImageData(left! * canvas.width, top! * canvas.height, 1, 1);
      return [...data.slice(0, 3)];
    },
    [x, y],
  );

/** Whether the input image is of the striped picture's left half there. */
const isRed = async (view: Pick<CompareView, 'page'>, x: number, y: number): Promise<boolean> => {
  const [red = 0, , blue = 0] = await colourAt(view, x, y);
  return red > 180 && blue < 120;
};

test('both encodings are saved as a document, and the reconstruction as a picture of its own size', async () => {
  const { page } = await shared();
  const saved = async (button: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
    return { name: download.suggestedFilename(), bytes: await buffer(await download.createReadStream()) };
  };
  const json = await saved('Download JSON');
  const content = encodingDocumentSchema.parse(JSON.parse(json.bytes.toString('utf8')));
  expect(json.name).toBe('1F43A-noto-8x8-k32.json');
  expect(content).toMatchObject({ image: '1F43A.noto', grid: 8, codebook: 32 });
  expect(content.tokens.flat()).toHaveLength(64);
  expect(content.entries).toHaveLength(32);

  const png = await saved('Download PNG');
  expect(png.name).toBe('1F43A-noto-8x8-k32.png');
  expect(await sharp(png.bytes).metadata()).toMatchObject({ format: 'png', width: 64, height: 64 });
});

test('a transparent picture lies on the ground chosen', async () => {
  const view = await shared();
  const logo = await sharp({ create: { width: 100, height: 100, channels: 4, background: '#0000' } })
    .png()
    .toBuffer();
  await view.afterEncoding(() => upload(view, 'empty.png', 'image/png', logo));
  expect(await colourAt(view, 0.5, 0.5)).toEqual([255, 255, 255]);
  await view.afterEncoding(() => view.page.getByRole('radio', { name: 'Black' }).click());
  expect(await colourAt(view, 0.5, 0.5)).toEqual([0, 0, 0]);
});

test('a file that is no image gets a sentence with its name; everything else stays as it was', async () => {
  const view = await shared();
  const { page, pixels, figures } = view;
  const before = { picture: await pixels('Reconstruction'), figures: await figures(), url: page.url() };
  await upload(view, 'notes.txt.jpg', 'image/jpeg', Buffer.from('these are notes'));
  expect(await page.getByRole('alert').innerText()).toContain('notes.txt.jpg');
  expect({ picture: await pixels('Reconstruction'), figures: await figures(), url: page.url() }).toEqual(before);
  await view.afterEncoding(async () => upload(view, 'good.png', 'image/png', await striped(64, 64).png().toBuffer()));
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('files dropped anywhere and pasted ones are opened', async () => {
  const { page, afterEncoding } = await shared();
  const bytes = [...(await striped(80, 80).png().toBuffer())];
  const arrive = (type: 'drop' | 'paste', name: string) =>
    page.evaluate(
      ({ kind, content, fileName }) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(content)], fileName, { type: 'image/png' }));
        const options = { bubbles: true, cancelable: true };
        document.body.dispatchEvent(
          kind === 'drop'
            ? new DragEvent('drop', { ...options, dataTransfer: transfer })
            : new ClipboardEvent('paste', { ...options, clipboardData: transfer }),
        );
      },
      { kind: type, content: bytes, fileName: name },
    );
  await afterEncoding(() => arrive('drop', 'dropped.png'));
  await page.getByText('dropped.png', { exact: true }).waitFor();
  await afterEncoding(() => arrive('paste', 'pasted.png'));
  await page.getByText('pasted.png', { exact: true }).waitFor();
  // A look at a sample does not lose it.
  await afterEncoding(() => page.getByRole('radio', { name: 'pizza' }).click());
  await afterEncoding(() => page.getByRole('button', { name: 'Back to my image' }).click());
  await page.getByText('pasted.png', { exact: true }).waitFor();
});

test('an uploaded photograph is encoded, framed by keyboard and turned; the address says nothing of it, and nothing is sent', async () => {
  const view = await shared();
  const { page, afterEncoding, parameters, requests } = view;
  const before = requests.length;
  const photo = await striped(800, 400).jpeg({ quality: 95 }).toBuffer();
  await afterEncoding(() => upload(view, 'holiday.jpg', 'image/jpeg', photo));
  await page.getByText('holiday.jpg', { exact: true }).waitFor();
  expect(Object.fromEntries(parameters())).toEqual({ k: '32', grid: '8' });
  await expect.poll(() => isRed(view, 0.25, 0.5)).toBe(true);
  expect(await isRed(view, 0.75, 0.5)).toBe(false);

  // As far left as it goes: the red half fills the square.
  await page.getByRole('application', { name: 'Crop' }).focus();
  for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowLeft');
  await expect.poll(() => isRed(view, 0.9, 0.5), { timeout: 30_000 }).toBe(true);
  for (let i = 0; i < 16; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => isRed(view, 0.9, 0.5), { timeout: 30_000 }).toBe(false);
  await page.getByRole('button', { name: 'Rotate right' }).click();
  await expect.poll(() => isRed(view, 0.9, 0.2), { timeout: 30_000 }).toBe(true);
  expect(await isRed(view, 0.1, 0.8)).toBe(false);

  // Where another lab lets the reader pick a sample, the own picture is what is picked.
  const lab = page.locator('#lab-survives');
  await lab.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
  const own = lab.getByRole('radio', { name: 'Your picture' });
  await own.waitFor({ state: 'attached' });
  expect(await own.isChecked()).toBe(true);

  // Other origins are watched by the harness.
  const sent = requests.slice(before);
  expect(sent.filter((request) => request.method() !== 'GET' || request.postData() !== null)).toEqual([]);
  expect(sent.filter((request) => request.url().includes('holiday') && !request.url().startsWith('blob:'))).toEqual([]);
});

/** A camera that sees one colour, in place of the machine's. */
const PAINTED_CAMERA = (): void => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
  const paint = (): void => {
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fillStyle = 'rgb(200 40 40)';
    context.fillRect(0, 0, canvas.width, canvas.height);
    requestAnimationFrame(paint);
  };
  navigator.mediaDevices.enumerateDevices = async () => [{ kind: 'videoinput' } as MediaDeviceInfo];
  navigator.mediaDevices.getUserMedia = async () => {
    paint();
    const stream = canvas.captureStream();
    Object.assign(globalThis, { cameraTracks: stream.getTracks() });
    return stream;
  };
};

test('where there is a camera, a picture is taken with it, and it is let go of', async () => {
  const view = await openView('', { beforeLoad: (page) => page.addInitScript(PAINTED_CAMERA) });
  const { page, afterEncoding } = view;
  await page.getByRole('button', { name: 'Camera' }).click();
  await page.waitForFunction(
    () => (document.querySelector('dialog video, [role="dialog"] video') as HTMLVideoElement)?.videoWidth,
  );
  await afterEncoding(() => page.getByRole('button', { name: 'Take picture' }).click());
  const [red = 0, green = 255] = await colourAt(view, 0.5, 0.5);
  expect(red).toBeGreaterThan(180);
  expect(green).toBeLessThan(80);
  const states = await page.evaluate(() =>
    (globalThis as unknown as { cameraTracks: MediaStreamTrack[] }).cameraTracks.map(({ readyState }) => readyState),
  );
  expect(states).toEqual(['ended']);
});

/** Keeps files back whose path matches. @returns lets them go */
function keepBack(page: Page, files: RegExp): { letGo(): void } {
  let letGo = () => {};
  const free = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  void page.context().route(files, async (route) => {
    await free;
    await route.continue();
  });
  return { letGo };
}

test('a file is shown although samples come while it is read, the first one and one that was asked for before', async () => {
  let samples = { letGo: () => {} };
  let reading = samples;
  const { page } = await openPage('', {
    beforeLoad: async (opened) => {
      samples = keepBack(opened, /samples\/samples\.json$/);
      reading = keepBack(opened, /assets\/own-image-[^/]*\.js$/);
    },
  });
  const view = viewOf(page);
  // By then the page has come to life.
  await waitForMark(page, 'engine-ready');
  await upload(view, 'early.png', 'image/png', await striped(64, 64).png().toBuffer());
  samples.letGo();
  await waitForMark(page, 'first-encoding');
  expect(await isRed(view, 0.25, 0.5)).toBe(false);
  await view.afterEncoding(async () => reading.letGo());
  await expect.poll(() => isRed(view, 0.25, 0.5)).toBe(true);

  const drawing = keepBack(page, /samples\/1F355\.bin$/);
  await page.getByRole('radio', { name: /pizza/i }).click();
  await upload(view, 'later.png', 'image/png', await striped(32, 64).png().toBuffer());
  await page.getByText('later.png', { exact: true }).waitFor();
  drawing.letGo();
  await page.waitForLoadState('networkidle');
  expect(await isRed(view, 0.25, 0.5)).toBe(true);
});

test('of two files the later counts: the sentence about it stays when the earlier one is read', async () => {
  const view = await shared();
  const { page } = view;
  const large = await striped(9_000, 5_000).png().toBuffer();
  const before = await view.pixels('Input image');
  await upload(view, 'large.png', 'image/png', large);
  await upload(view, 'text.png', 'image/png', Buffer.from('only text'));
  const alert = page.getByRole('alert');
  await expect.poll(() => alert.allInnerTexts().then((texts) => texts.join())).toContain('text.png');
  // Longer than the large one takes.
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  expect(await alert.innerText()).toContain('text.png');
  expect(await view.pixels('Input image')).toBe(before);
});

test('of several files the first picture is opened, and the reader is told', async () => {
  const view = await shared();
  const { page } = view;
  const picture = [...(await striped(64, 64).png().toBuffer())];
  await view.afterEncoding(() =>
    page.evaluate((bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['notes'], 'notes.txt', { type: 'text/plain' }));
      transfer.items.add(new File([new Uint8Array(bytes)], 'second.png', { type: 'image/png' }));
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
    }, picture),
  );
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await page.getByRole('status', { name: 'Notices' }).innerText()).toContain('“second.png” was opened');
});
