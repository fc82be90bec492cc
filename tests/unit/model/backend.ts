/** The plain CPU backend with gradients, for tests of model code on few numbers. */
import '@tensorflow/tfjs';
import { ready, setBackend } from '@tensorflow/tfjs-core';

export async function useCpu(): Promise<void> {
  await setBackend('cpu');
  await ready();
}
