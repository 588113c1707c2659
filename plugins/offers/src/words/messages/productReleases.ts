/** The words of product releases. */
export const productReleaseMessages = {
  'productReleases.title': 'Product releases',
  'productReleases.lede':
    'What pipelines and people report of products, and the demand that it raised.',
  'productReleases.loading': 'product releases',
  'productReleases.none': 'No product release is known',
  'productReleases.noneDo':
    'Pipelines report them with a service token; you can report one by hand.',
  'productReleases.product': 'Product',
  'productReleases.version': 'Version',
  'productReleases.status': 'Status',
  'productReleases.anyStatus': 'Any status',
  'productReleases.since': 'Since',
  'productReleases.notes': 'Notes',
  'productReleases.raised': 'Raised',
  'productReleases.more': 'Show more',
  'productReleases.report': 'Report a release…',
  'productReleases.reportTitle': 'Report a product release',
  'productReleases.confirm': 'Report',
  'productReleases.done': 'Reported: {{product}} {{version}}.',
  'productReleases.effect':
    'Offers that need this release open or wait by it, and a release raises demand for the offers that carry its product.',
  'releaseStatus.released': 'Released',
  'releaseStatus.deployed': 'Deployed',
  'releaseStatus.withdrawn': 'Withdrawn',
} as const;
