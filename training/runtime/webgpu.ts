/** Starts tfjs on its WebGPU backend in a Node thread, by way of Dawn: on a graphics card where the machine has one and its driver. */
import '@tensorflow/tfjs';
import { ready, setBackend } from '@tensorflow/tfjs-core';
import { create, globals } from 'webgpu';
import { registerGradients } from '../../src/model/kernels/gradients';

/** @throws Error where no driver for Vulkan, Metal or Direct3D answers. */
export async function initWebgpu(): Promise<void> {
  Object.assign(globalThis, globals);
  // The backend looks for these names, as it finds them in a browser's worker.
  Object.defineProperty(globalThis, 'navigator', { value: { gpu: create([]) }, configurable: true });
  await import('@tensorflow/tfjs-backend-webgpu');
  if (!(await setBackend('webgpu'))) throw new Error('no graphics card answers: WebGPU needs a driver for Vulkan, Metal or Direct3D');
  await ready();
  registerGradients();
}
