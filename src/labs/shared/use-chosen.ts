/** The picture and the settings that all labs share, as they are now. */
import { useSyncExternalStore } from 'react';
import type { Chosen, SharedChoice } from '../lab';

export const useChosen = ({ subscribe, get }: SharedChoice): Chosen => useSyncExternalStore(subscribe, get);
