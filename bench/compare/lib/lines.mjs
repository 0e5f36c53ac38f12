import { readFileSync } from 'node:fs';

const width = 120;

/** How many lines a user writes for a pattern: the statements between `// [pattern]` and `// [end]`, however they are laid out. */
export function linesOf(file, pattern) {
  const lines = readFileSync(file, 'utf8').split('\n').map(line => line.trim());
  const begin = lines.indexOf(`// [${pattern}]`);
  const end = lines.indexOf('// [end]', begin);
  if (begin < 0 || end < 0) throw new Error(`${file} has no [${pattern}].`);
  return countLines(lines.slice(begin + 1, end).filter(line => !line.startsWith('//')).join(' '));
}

/**
 * The lines of C# or JavaScript laid out in one way, so that neither style nor language counts: what fits into 120
 * columns is one line; what does not is broken inside its last braces or brackets, one element a line. Lines of closing
 * brackets alone do not count.
 */
export function countLines(code) {
  return split(code, ';').reduce((sum, statement) => sum + linesOfOne(tidy(statement)), 0);
}

const tidy = text => text.replace(/\s+/g, ' ').replace(/,\s*([)\]}])/g, ' $1').replace(/([([])\s+/g, '$1').replace(/\s+([)\]])/g, '$1').trim();

function linesOfOne(text) {
  if (text.length <= width) return 1;
  const inside = lastGroup(text);
  if (inside === undefined) return 1;
  return 1 + split(inside, ',').reduce((sum, part) => sum + linesOfOne(part), 0);
}

// The content of the last group at the top. Where those are arguments, that of the last of them:
// `new X(scope, 'Id', {` stays on one line.
function lastGroup(text) {
  let depth = 0, start, group;
  for (const [index, character] of [...text].entries()) {
    if ('([{'.includes(character) && depth++ === 0) start = index;
    if (')]}'.includes(character) && --depth === 0 && index > start + 1) group = { opens: text[start], inside: text.slice(start + 1, index) };
  }
  const last = group && split(group.inside, ',').at(-1);
  return group?.opens === '(' && /[)\]}]$/.test(last) ? lastGroup(last) ?? group.inside : group?.inside;
}

function split(text, separator) {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if ('([{'.includes(character)) depth++;
    if (')]}'.includes(character)) depth--;
    if (character === separator && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map(part => part.trim()).filter(part => /\w/.test(part));
}
