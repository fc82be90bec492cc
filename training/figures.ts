/** `npm run figures`: writes the figures of the models' manifests, and how long all took, into README.md. */
import { writeFigures } from './figures/write';

writeFigures('.');
