/** Whether a camera is there to ask for. Asks for no permission. */
import { useEffect, useState } from 'react';

export function useHasCamera(): boolean {
  const [hasCamera, setHasCamera] = useState(false);
  useEffect(() => {
    // Absent where the page is not served securely.
    const devices: MediaDevices | undefined = navigator.mediaDevices;
    if (!devices) return;
    let isMounted = true;
    const look = async () => {
      const found = (await devices.enumerateDevices()).some(({ kind }) => kind === 'videoinput');
      if (isMounted) setHasCamera(found);
    };
    // A browser that refuses to list devices offers no camera.
    const lookQuietly = () => void look().catch(() => setHasCamera(false));
    lookQuietly();
    devices.addEventListener('devicechange', lookQuietly);
    return () => {
      isMounted = false;
      devices.removeEventListener('devicechange', lookQuietly);
    };
  }, []);
  return hasCamera;
}
