import { attachComponentData } from '@backstage/core-plugin-api';
import {
  createExtension,
  createExtensionDataRef,
  ExtensionBoundary,
  type AppNode,
} from '@backstage/frontend-plugin-api';
import { lazy, type ComponentType, type ReactElement } from 'react';
import { homeWidgetWords, widgetLayout, type WidgetWords } from './widgets';

/** What the home page takes of a widget. */
export interface HomeWidget {
  node: AppNode;
  component: ReactElement;
  name?: string;
  title?: string;
  description?: string;
  layout?: typeof widgetLayout;
}

/**
 * The widgets of Backstage's home page, by the id under which it takes them. An app without that page has
 * nothing to attach them to and leaves them out, which is why we do not depend on its package.
 */
export const homeWidgetDataRef = createExtensionDataRef<HomeWidget>().with({
  id: 'home.widget.data',
});

function homeWidget(
  name: string,
  { title, description }: WidgetWords,
  load: () => Promise<{ default: ComponentType }>,
) {
  const Loaded = lazy(load);
  return createExtension({
    kind: 'home-page-widget',
    name,
    attachTo: { id: 'page:home', input: 'widgets' },
    output: [homeWidgetDataRef],
    factory({ node }) {
      const Widget = () => (
        <ExtensionBoundary node={node}>
          <Loaded />
        </ExtensionBoundary>
      );
      // A home page that people arrange themselves knows its widgets by this name.
      attachComponentData(Widget, 'core.extensionName', node.spec.id);
      attachComponentData(Widget, 'title', title);
      attachComponentData(Widget, 'description', description);
      attachComponentData(Widget, 'home.widget.config', { layout: widgetLayout });
      return [
        homeWidgetDataRef({
          node,
          component: <Widget />,
          name: node.spec.id,
          title,
          description,
          layout: widgetLayout,
        }),
      ];
    },
  });
}

/** What was offered to the reader last, what is about to end, and what waits for them. */
export const homeWidgets = [
  homeWidget('new', homeWidgetWords.new, () =>
    import('../beside').then(({ NewOffers }) => ({ default: NewOffers })),
  ),
  homeWidget('ending', homeWidgetWords.ending, () =>
    import('../beside').then(({ EndingOffers }) => ({ default: EndingOffers })),
  ),
  homeWidget('waiting', homeWidgetWords.waiting, () =>
    import('../beside').then(({ WaitingPlans }) => ({ default: WaitingPlans })),
  ),
];
