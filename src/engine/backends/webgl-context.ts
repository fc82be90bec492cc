/** A WebGL 2 context in this thread, judged before tfjs's WebGL code is fetched: where it will not do, that is spared. */
import type { OpenOptions } from './backend';

export interface WebglContext {
  readonly gl: WebGL2RenderingContext;
  /** Aborted when the device takes the context away, not when it is closed. */
  readonly lost: AbortSignal;
  /** Gives the context back. */
  close(): void;
}

/** The context attributes tfjs asks for itself. */
const ATTRIBUTES: WebGLContextAttributes = {
  alpha: false,
  antialias: false,
  premultipliedAlpha: false,
  preserveDrawingBuffer: false,
  depth: false,
  stencil: false,
};

/** Renderers that run on the processor, where WASM is the better choice; some browsers do not own up to it otherwise. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Safari, and every browser on iOS. tfjs's own flag asks for a vendor, which workers do not know. */
const isWebKit = (userAgent: string): boolean => /AppleWebKit\//.test(userAgent) && !/Chrom(e|ium)\//.test(userAgent);

/**
 * @throws Error where there is no WebGL 2 in a worker, where it is software (unless forced), and on Safari, whose
 * OffscreenCanvas tfjs cannot wait on (tfjs issue 7364)
 */
export function openWebglContext({ forced }: OpenOptions): WebglContext {
  if (typeof OffscreenCanvas === 'undefined') throw new Error('no OffscreenCanvas');
  if (isWebKit(navigator.userAgent)) throw new Error('no WebGL fences in workers on Safari');
  const canvas = new OffscreenCanvas(1, 1);
  const gl = canvas.getContext('webgl2', { ...ATTRIBUTES, failIfMajorPerformanceCaveat: !forced });
  if (!gl) throw new Error(forced ? 'no WebGL 2' : 'no WebGL 2 in hardware');

  let closed = false;
  const loss = new AbortController();
  canvas.addEventListener('webglcontextlost', () => {
    if (!closed) loss.abort();
  });
  const close = (): void => {
    closed = true;
    gl.getExtension('WEBGL_lose_context')?.loseContext();
  };
  const renderer = rendererOf(gl);
  if (!forced && SOFTWARE.test(renderer)) {
    close();
    throw new Error(`in software only: ${renderer}`);
  }
  return { gl, lost: loss.signal, close };
}

function rendererOf(gl: WebGL2RenderingContext): string {
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}
