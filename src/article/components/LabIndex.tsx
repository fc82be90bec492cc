/** The labs along the text, by name. */
import { LAB_NAMES, type NamedLab } from '../labs';
import { useArticle } from './context';
import { LabLink } from './LabLink';
import { articleTexts } from './texts';

export function LabIndex() {
  const { labs, say } = useArticle();
  const names = (Object.keys(LAB_NAMES) as NamedLab[]).filter((id) => labs.includes(id));
  if (names.length === 0) return null;
  return (
    <nav className="lab-index" aria-label={say(articleTexts.labIndex)}>
      <span className="lab-index-title" aria-hidden="true">
        {say(articleTexts.labIndex)}
      </span>
      <ul>
        {names.map((id) => (
          <li key={id}>
            <LabLink id={id} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
