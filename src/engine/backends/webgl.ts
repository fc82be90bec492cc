/** The WebGL rung: tfjs on a context of our own, so that its loss is heard and its programs are counted. */

import './kernels/webgl';
import { GPGPUContext, MathBackendWebGL, setWebGLContext } from '@tensorflow/tfjs-backend-webgl/dist/base';
import type { GPGPUContextProgram } from '@tensorflow/tfjs-backend-webgl/dist/gpgpu_context';
import { env, findBackendFactory, registerBackend, removeBackend } from '@tensorflow/tfjs-core';
import { type OpenBackend, type OpenOptions, startBackend } from './backend';
import type { WebglContext } from './webgl-context';

/** Freed textures are kept for reuse up to this many bytes; above it they are deleted. One encoding needs a few MB. */
const TEXTURE_POOL_BYTES = 64 * 2 ** 20;

const LINK_POLL_MS = 4;

class RecordingContext extends GPGPUContext {
  readonly programs: GPGPUContextProgram[] = [];

  override createProgram(fragmentShader: WebGLShader): GPGPUContextProgram {
    const program = super.createProgram(fragmentShader);
    this.programs.push(program);
    return program;
  }

  /** Resolves when the device has linked every program; at once where it cannot tell without stalling. */
  async linked(): Promise<void> {
    const done = this.parallelCompilationExtension?.COMPLETION_STATUS_KHR;
    if (done === undefined) return;
    // Not by animation frames, as tfjs waits: those stand still in a hidden tab.
    while (!this.programs.every((program) => this.gl.isContextLost() || this.gl.getProgramParameter(program, done))) {
      await new Promise((resolve) => setTimeout(resolve, LINK_POLL_MS));
    }
  }
}

/** @throws Error where it computes in half precision (unless forced), since tokens would differ from other devices' */
export async function openWebgl({ forced }: OpenOptions, { gl, lost, close: closeContext }: WebglContext): Promise<OpenBackend> {
  // Flags that test the device, and the backend itself, take the context from here.
  setWebGLContext(2, gl);
  // A third fewer programs to compile for these models.
  env().set('WEBGL_USE_SHAPES_UNIFORMS', true);
  env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', TEXTURE_POOL_BYTES);
  const context = new RecordingContext(gl);
  let backend: MathBackendWebGL | undefined;
  const close = (): void => {
    removeBackend('webgl');
    context.dispose();
    closeContext();
  };

  // tfjs registers its own at import; after a close there is none.
  if (findBackendFactory('webgl')) removeBackend('webgl');
  registerBackend('webgl', () => {
    backend = new MathBackendWebGL(context);
    return backend;
  });
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
    compiledPrograms: () => context.programs.length,
    lost,
    close,
    async compileAhead(pass): Promise<void> {
      env().set('ENGINE_COMPILE_ONLY', true);
      try {
        pass();
      } finally {
        env().set('ENGINE_COMPILE_ONLY', false);
      }
      await context.linked();
      backend?.checkCompileCompletion();
      backend?.getUniformLocations();
    },
  };
}
