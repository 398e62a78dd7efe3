// What the parts of the project share: only the page that holds them loads it.

import { DroppedModel } from "../home/dropped-model.js";
import { strings } from "../home/generated/strings.js";
import { Keep } from "../kit/keep.js";
import { parts } from "../kit/generated/parts.js";
import { Project } from "../project/project.js";

/** @typedef {import("./services.js").Services} Services */

/** @param {Pick<Services, "python" | "recogniser" | "store">} sources */
export function openWorkshop(sources) {
  return {
    project: new Project({ ...sources, keep: new Keep() }, parts.mnist),
    dropped: new DroppedModel(strings.home),
  };
}
