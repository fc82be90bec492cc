/** `npm run check:imports`: prints the imports that break the plan in `rules/rooms.ts`; exit code 1 if there are any. */
import { importComplaints } from './rules/check-imports';

const complaints = await importComplaints(process.cwd(), ['src', 'training', 'scripts']);
for (const complaint of complaints) console.error(complaint);
console.log(`${complaints.length} imports against the rules`);
process.exitCode = complaints.length > 0 ? 1 : 0;
