import { course } from "./generated/course.js";
import { root } from "./generated/parts.js";

/**
 * Begins the name of all that this copy of the course stores: another copy on the same origin, in
 * another folder, has its own.
 */
export const OWN = `${course.id}:${new URL(root).pathname}:`;

/** Begins the names that were in use before they had the folder in them. */
export const FORMER = `${course.id}:`;
