/** Lets the page do something else. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
