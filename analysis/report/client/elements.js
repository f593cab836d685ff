// The report's own program begins here; the files of this folder are one script, in the order of ../client.ts. The page is whole without it.

/** @param {string} id */
const byId = (id) => document.getElementById(id);

/**
 * An element; texts become text nodes, so that nothing from outside is ever read as HTML.
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 */
function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
