/** Members by which code gets at what a page holds or a person enters. Not `id`: the pack's screens have one too. */
export const MEMBERS: ReadonlySet<string> = new Set([
  ...[
    'value',
    'valueAsNumber',
    'valueAsDate',
    'defaultValue',
    'checked',
    'defaultChecked',
    'files',
  ],
  ...['selectedOptions', 'selectedIndex', 'key', 'code', 'keyCode', 'which', 'charCode', 'data'],
  ...['clipboardData', 'dataTransfer', 'textContent', 'innerText', 'outerText', 'innerHTML'],
  ...['outerHTML', 'nodeValue', 'wholeText', 'title', 'alt', 'placeholder', 'label', 'labels'],
  ...['ariaLabel', 'ariaDescription', 'ariaValueText', 'dataset', 'attributes', 'cookie', 'href'],
  ...['src', 'currentSrc', 'referrer', 'pathname', 'search', 'hash', 'localStorage'],
  ...['sessionStorage', 'anchorNode', 'focusNode', 'clipboard', 'className', 'name', 'text'],
])

/** Functions that give out what a page says. */
export const CALLS: ReadonlySet<string> = new Set([
  ...['textOf', 'textsIn', 'recordText', 'createSameRecord', 'getRangeAt', 'readText', 'toString'],
  ...['accessibleName', 'captionOf', 'titleOf', 'serializeToString', 'createTreeWalker'],
  ...['createNodeIterator', 'evaluate', 'getAttributeNames', 'getAttributeNode', 'toBlob'],
])

/** Functions that read an attribute, by their last argument. */
export const ATTRIBUTE_CALLS: ReadonlySet<string> = new Set(['attributeOf', 'getAttribute'])

/** Functions that read a member, by their last argument. */
export const MEMBER_CALLS: ReadonlySet<string> = new Set(['getOwnPropertyDescriptor', 'get'])

/** Attributes that say what kind of thing an element is, and nothing of a record. */
export const STRUCTURE: ReadonlySet<string> = new Set(['role', 'type', 'tabindex'])
