/** A sentence from a data file in which `{{id}}` stands for the figure of that id. */
import { createElement, Fragment } from 'react';
import { Result } from './Result';

export function WithFigures({ text }: { readonly text: string }) {
  // Split at a group: every second part is an id.
  const parts = text.split(/\{\{([^{}]+)\}\}/).map((part, i) => (i % 2 === 1 ? createElement(Result, { id: part }) : part));
  return createElement(Fragment, null, ...parts);
}
