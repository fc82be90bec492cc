/** Holds every import to the plan in `rooms.ts`; dependency-cruiser reads the code. */
import { cruise, type ICruiseResult, type IDependency } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { ROOMS, type Room } from './rooms';

const LAB = /^src\/labs\/([^/]+)\//;
/** The folder that is no lab: what several labs use. */
const SHARED = 'shared';
const PACKAGE = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** The room that owns a file, by its path from the root; undefined for a file outside the plan. */
export const roomOf = (path: string): Room | undefined => ROOMS.find(({ files }) => new RegExp(files).test(path));

const isTypeOnly = ({ dependencyTypes }: IDependency) => dependencyTypes.includes('type-only');
/** A circle of types alone costs nothing at run time. */
const circleOf = ({ circular, cycle }: IDependency) =>
  circular && cycle?.every(({ dependencyTypes }) => !dependencyTypes.includes('type-only')) ? cycle : undefined;

function packageComplaint(room: Room, dependency: IDependency, name: string): string | undefined {
  const { dependencyTypes } = dependency;
  const allowed = isTypeOnly(dependency) ? [...room.packages, ...(room.typePackages ?? [])] : room.packages;
  if (!allowed.includes('*') && !allowed.includes(name)) return `${room.name} may not import the package ${name}`;
  if (dependencyTypes.some((type) => type === 'npm-no-pkg' || type === 'npm-unknown')) return `${name} is not in package.json`;
  if (!room.node && dependencyTypes.includes('npm-dev') && !isTypeOnly(dependency)) return `${name} must be under "dependencies"`;
  return undefined;
}

function roomComplaint(room: Room, from: string, dependency: IDependency): string | undefined {
  const to = roomOf(dependency.resolved);
  if (!to) return `${dependency.resolved} belongs to no room`;
  const mayImport = to === room || room.rooms.includes(to.name) || (isTypeOnly(dependency) && room.types.includes(to.name));
  if (!mayImport) return `${room.name} may not import ${isTypeOnly(dependency) ? 'types of ' : ''}${to.name}`;
  const [ownLab, otherLab] = [LAB.exec(from)?.[1], LAB.exec(dependency.resolved)?.[1]];
  if (ownLab && otherLab && ownLab !== otherLab && otherLab !== SHARED) return 'a lab may not import another lab';
  return undefined;
}

function complaint(from: string, dependency: IDependency): string | undefined {
  const room = roomOf(from);
  if (!room) return 'the file belongs to no room';
  if (dependency.couldNotResolve) return 'there is no such file or package';
  const circle = circleOf(dependency);
  if (circle) return `a circle: ${circle.map(({ name }) => name).join(' -> ')}`;
  if (dependency.coreModule) return room.node ? undefined : `${room.name} may not import Node's modules`;
  const name = PACKAGE.exec(dependency.resolved)?.[1];
  return name ? packageComplaint(room, dependency, name) : roomComplaint(room, from, dependency);
}

/** Sentences, one for each import that breaks a rule; empty when the house is in order. `root` holds `tsconfig.json`. */
export async function importComplaints(root: string, folders: readonly string[]): Promise<string[]> {
  const { output } = await cruise(
    [...folders],
    {
      baseDir: root,
      doNotFollow: 'node_modules',
      tsPreCompilationDeps: true,
      enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
    },
    undefined,
    { tsConfig: extractTSConfig(`${root}/tsconfig.json`) },
  );
  const files = (output as ICruiseResult).modules.filter(({ source }) => !PACKAGE.test(source));
  return files.flatMap(({ source, dependencies }) =>
    dependencies.flatMap((dependency) => {
      const reason = complaint(source, dependency);
      return reason ? [`${source} -> ${dependency.module}: ${reason}`] : [];
    }),
  );
}
