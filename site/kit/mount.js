/**
 * Every component makes `element` live; the returned function lets go of it. A component names the
 * services that it uses, and no others.
 * @template {object} [Services={}]
 * @typedef {(element: HTMLElement, services: Services) => () => void} Mount
 */
export {};
