/** What a home page calls a widget that people choose from. */
export interface WidgetWords {
  title: string;
  description: string;
}

/** The widgets of the plugin, for home pages of both frontend systems. */
export const homeWidgetWords = {
  new: { title: 'New for you', description: 'The offers that were opened to you last' },
  ending: { title: 'Ending soon', description: 'Offers of yours that are about to end' },
  waiting: { title: 'Waiting for you', description: 'Release plans that wait for you' },
} as const satisfies Record<string, WidgetWords>;

/** On a home page that people arrange themselves, in its twelve columns and its rows of 60 px: as much as five lines take. */
export const widgetLayout = {
  width: { minColumns: 3, defaultColumns: 4 },
  height: { minRows: 4, defaultRows: 6 },
};
