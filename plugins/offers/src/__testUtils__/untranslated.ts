import ts from 'typescript';

/** What a person reads or hears, by the names that components give it. */
const READ = new Set([
  'aria-label',
  'caption',
  'confirm',
  'description',
  'item',
  'label',
  'lede',
  'none',
  'note',
  'placeholder',
  'title',
  'what',
]);

/** The same, as a table, a choice or the props of a part may give it. */
const GIVEN = new Set(['caption', 'description', 'label', 'lede', 'note', 'placeholder', 'title']);

/** A code, an amount, an address, an entity's reference, a message's key, a command or the name of a product. */
const CODE =
  /^(https:\/\/|[A-Z]{2,3}|Slack|Backstage|[a-z]\w*(\.[\w-]+)+\.?|[a-z]+:[\w-]+\/[\w-]+|\/offer\b.*|\?\w+=)$/;

/** What a style sheet, a browser or a link is told: `min(30rem, 92vw)`, `input:not([hidden])`, `noopener noreferrer`. */
const FOR_THE_BROWSER = /^(\(|[a-z]+(\(|:not\()|noopener )/;

/** The name of something in code or of a key: `OffersPage`, `ArrowLeft`. */
const NAME = /^(\p{Lu}\p{Ll}+){2,}$/u;

/** Words, and not a code. */
function isWords(text: string): boolean {
  return /\p{L}{2}/u.test(text) && !CODE.test(text.trim());
}

/** Words that nothing but a reader is told, wherever they stand: two of them, or one that begins as a sentence does. */
function isSentence(text: string): boolean {
  const said = text.trim();
  if (!isWords(said) || FOR_THE_BROWSER.test(said) || NAME.test(said)) return false;
  return /\p{L}{2}[,;:]? \p{L}/u.test(said) || /^\p{Lu}\p{Ll}/u.test(said);
}

/** What is written in a string or template by itself; what is put into it does not count. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head, ...node.templateSpans.map(({ literal }) => literal)]
    .map(({ text }) => text)
    .join(' ');
}

/** Where a value ends up, past what only chooses among values: `a ? 'b' : 'c'`, `a ?? 'b'`, `(…)`. */
function placeOf(node: ts.Node): ts.Node {
  const { parent } = node;
  const isChosen =
    (ts.isConditionalExpression(parent) && parent.condition !== node) ||
    (ts.isBinaryExpression(parent) &&
      parent.right === node &&
      /^(\?\?|\|\|)$/.test(parent.operatorToken.getText()));
  return isChosen || ts.isParenthesizedExpression(parent) ? placeOf(parent) : parent;
}

/** Whether what stands here is shown or heard, so that one small word of it counts. */
function isRead(node: ts.Node): boolean {
  const place = placeOf(node);
  if (ts.isJsxText(node) || ts.isTemplateSpan(place)) return true;
  if (ts.isPropertyAssignment(place)) return GIVEN.has(place.name.getText());
  if (ts.isJsxAttribute(place)) return READ.has(place.name.getText());
  if (!ts.isJsxExpression(place)) return false;
  return ts.isJsxAttribute(place.parent) ? READ.has(place.parent.name.getText()) : true;
}

/** What is compared with is known by the code, and never shown; what is thrown is for who develops. */
function isForCode(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node)) return /^[!=]==$/.test(node.operatorToken.getText());
  return (
    ts.isTypeNode(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isThrowStatement(node)
  );
}

/**
 * Every sentence of a file that a person would read in English whatever their language is: in JSX, in tables, in what
 * stands in for a missing value, in what functions are given and give.
 *
 * @param name - of the file
 * @param text - what is in it
 */
export function untranslatedIn(name: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isForCode(node)) return;
    const said = textOf(node);
    if (said !== undefined && (isSentence(said) || (isRead(node) && isWords(said)))) {
      found.push(said.trim().replace(/\s+/g, ' '));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}
