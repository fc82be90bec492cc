/** Files that arrive at the page as a whole: dropped anywhere, or pasted. */
import { useEffect, useState } from 'react';

const carriesFiles = (transfer: DataTransfer | null): transfer is DataTransfer => transfer?.types.includes('Files') ?? false;

/** Where text is written: radios and sliders are inputs too, but take none. */
const TEXT_FIELDS = 'textarea, input:not([type="radio"], [type="checkbox"], [type="range"], [type="file"])';

const isTextField = (target: EventTarget | null) => target instanceof Element && target.matches(TEXT_FIELDS);

/** The first picture among files, or the first file where none says that it is one, and how many are left. */
function firstPicture(files: FileList): readonly [file: File | undefined, others: number] {
  const all = [...files];
  return [all.find(({ type }) => type.startsWith('image/')) ?? all[0], all.length - 1];
}

/**
 * @param onFile called with the first picture that arrives, and the number of files that came with it
 * @returns whether files are being dragged over the page
 */
export function useIncomingFiles(onFile: (file: File, others: number) => void): boolean {
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    const onDrag = (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setIsOver(true);
    };
    const onLeave = (event: DragEvent) => {
      // Moving between elements also leaves one; only leaving the window has nowhere to go to.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setIsOver(false);
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      const [file, others] = firstPicture(event.dataTransfer.files);
      if (file) onFile(file, others);
    };
    const onPaste = (event: ClipboardEvent) => {
      const [file, others] = event.clipboardData ? firstPicture(event.clipboardData.files) : [undefined, 0];
      // Office programs put a picture of the text beside the text that is meant.
      if (!file || isTextField(event.target)) return;
      event.preventDefault();
      onFile(file, others);
    };
    window.addEventListener('dragenter', onDrag);
    window.addEventListener('dragover', onDrag);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragenter', onDrag);
      window.removeEventListener('dragover', onDrag);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, [onFile]);

  return isOver;
}
