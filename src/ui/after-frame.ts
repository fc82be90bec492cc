/**
 * Calls back right after the next frame. The page is laid out then, so that a question about its layout costs nothing, and what
 * takes long does not hold up the frame.
 * @returns how to call it off
 */
export function afterFrame(callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(callback);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
