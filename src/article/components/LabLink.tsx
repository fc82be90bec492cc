/** Leads to a lab's home by its name; nothing where the page has no such lab. */
import { LAB_NAMES, type NamedLab } from '../labs';
import { useArticle } from './context';

export function LabLink({ id }: { readonly id: NamedLab }) {
  const { labs, say } = useArticle();
  return (
    labs.includes(id) && (
      <a className="lab-link" href={`#lab-${id}`}>
        {say(LAB_NAMES[id])}
      </a>
    )
  );
}
