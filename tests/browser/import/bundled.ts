/** What the empty page is given: import and preparation, as the site bundles them. */
import { importImage } from '../../../src/app/image-import/import-image';
import { prepareImage } from '../../../src/dataset/prepare';

export { importImage, prepareImage };
