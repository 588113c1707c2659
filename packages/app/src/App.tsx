import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './nav';

// Every other feature is found by `app.packages: all`: a plugin is added by naming it in package.json.
const app = createApp({ features: [navModule] });

export default app.createRoot();
