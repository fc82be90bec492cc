/** The WebGL rung: its own context on an OffscreenCanvas, so that its loss is heard and its programs are counted. */

import { GPGPUContext, MathBackendWebGL, setWebGLContext } from '@tensorflow/tfjs-backend-webgl';
import type { GPGPUContextProgram } from '@tensorflow/tfjs-backend-webgl/dist/gpgpu_context';
import { env, registerBackend, removeBackend } from '@tensorflow/tfjs-core';
import { type OpenBackend, type OpenOptions, startBackend } from './backend';

/** The context attributes tfjs asks for itself. */
const ATTRIBUTES: WebGLContextAttributes = {
  alpha: false,
  antialias: false,
  premultipliedAlpha: false,
  preserveDrawingBuffer: false,
  depth: false,
  stencil: false,
};

/** Freed textures are kept for reuse up to this many bytes; above it they are deleted. One encoding needs a few MB. */
const TEXTURE_POOL_BYTES = 64 * 2 ** 20;

class CountingContext extends GPGPUContext {
  programs = 0;

  override createProgram(fragmentShader: WebGLShader): GPGPUContextProgram {
    this.programs++;
    return super.createProgram(fragmentShader);
  }
}

/**
 * @throws Error where there is no WebGL 2 in a worker, where it is software (unless forced), where it computes in half
 * precision (unless forced), and on Safari, whose OffscreenCanvas tfjs cannot wait on (tfjs issue 7364)
 */
export async function openWebgl({ forced }: OpenOptions): Promise<OpenBackend> {
  if (typeof OffscreenCanvas === 'undefined') throw new Error('no OffscreenCanvas');
  if (env().getBool('IS_SAFARI')) throw new Error('no WebGL fences in workers on Safari');
  const canvas = new OffscreenCanvas(1, 1);
  const gl = canvas.getContext('webgl2', { ...ATTRIBUTES, failIfMajorPerformanceCaveat: !forced });
  if (!gl) throw new Error(forced ? 'no WebGL 2' : 'no WebGL 2 in hardware');

  let closing = false;
  const loss = new AbortController();
  canvas.addEventListener('webglcontextlost', () => {
    if (!closing) loss.abort();
  });
  // Flags that test the device, and the backend itself, take the context from here.
  setWebGLContext(2, gl);
  env().set('WEBGL_USE_SHAPES_UNIFORMS', true);
  env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', TEXTURE_POOL_BYTES);
  const context = new CountingContext(gl);
  const close = (): void => {
    closing = true;
    removeBackend('webgl');
    context.dispose();
    gl.getExtension('WEBGL_lose_context')?.loseContext();
  };

  removeBackend('webgl');
  registerBackend('webgl', () => new MathBackendWebGL(context));
  try {
    if (!forced && !env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) throw new Error('computes in half precision only');
    await startBackend('webgl');
  } catch (error) {
    close();
    throw error;
  }
  return {
    name: 'webgl',
    activate: () => startBackend('webgl'),
    compiledPrograms: () => context.programs,
    lost: loss.signal,
    close,
  };
}
