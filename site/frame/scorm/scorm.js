// The page around the course in a SCORM 2004 package. It talks to the learning platform, and keeps its
// connection while the course in its frame goes from page to page: after Terminate there is no other.

import { fill } from "../../kit/text.js";
import { Suspended } from "./suspended.js";

const API = "API_1484_11"; // how a SCORM 2004 platform calls what it offers
const DEEPEST = 500; // frames in frames, as SCORM's own search has it
const LATER = 1000; // ms from a change to its saving

/**
 * @typedef {object} Platform
 * @property {(nothing: "") => string} Initialize
 * @property {(nothing: "") => string} Terminate
 * @property {(nothing: "") => string} Commit
 * @property {() => string} GetLastError
 * @property {(name: string) => string} GetValue
 * @property {(name: string, value: string) => string} SetValue
 */

/** Look for the platform: in the frames around this page, then around the one that opened it. @returns {Platform | null} */
function platform() {
  for (const from of [window, window.opener]) {
    try {
      let at = from;
      for (let depth = 0; at && depth < DEEPEST; depth += 1) {
        if (at[API]) return at[API];
        if (at.parent === at) break;
        at = at.parent;
      }
    } catch {
      // of another origin, which no platform's are
    }
  }
  return null;
}

/** @param {string} name @param {string} [code] of the platform's error */
function tell(name, code = "") {
  const notice = /** @type {HTMLElement} */ (document.querySelector(`[data-${name}]`));
  notice.dataset.text ??= notice.textContent ?? "";
  notice.textContent = fill(notice.dataset.text, { code });
  notice.hidden = false;
}

/** Keep the learner's progress on the platform. @param {Platform} api */
function connect(api) {
  const { course, exercises = "" } = document.documentElement.dataset;
  const all = exercises.split(" ").filter(Boolean);
  const prefix = `${course}:${new URL(".", location.href).pathname}:`; // as kit/own.js has it
  const began = Date.now();
  let waiting = 0;

  function later() {
    clearTimeout(waiting);
    waiting = window.setTimeout(save, LATER);
  }

  const host = new Suspended(prefix, api.GetValue("cmi.suspend_data"), later);

  /** @returns {Record<string, string>} what the platform is told */
  function values() {
    const passed = all.filter((one) => host.getItem(`${prefix}passed:${one}`) !== null).length;
    const share = all.length ? passed / all.length : 0;
    return {
      "cmi.suspend_data": host.text,
      "cmi.exit": "suspend",
      "cmi.progress_measure": share.toFixed(4),
      "cmi.score.min": "0",
      "cmi.score.max": String(all.length),
      "cmi.score.raw": String(passed),
      "cmi.score.scaled": share.toFixed(4),
      "cmi.completion_status": share === 1 ? "completed" : "incomplete",
    };
  }

  function save() {
    clearTimeout(waiting);
    const set = Object.entries(values()).map(([name, value]) => api.SetValue(name, value));
    if (![...set, api.Commit("")].every((taken) => taken === "true")) {
      tell("refused", api.GetLastError());
    }
  }

  function leave() {
    const seconds = Math.round((Date.now() - began) / 1000);
    api.SetValue("cmi.session_time", `PT${seconds}S`);
    save();
    api.Terminate("");
  }

  addEventListener("visibilitychange", () => document.hidden && save()); // phones end pages so
  addEventListener("pagehide", leave);
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  Object.assign(window, { courseHost: host }); // see kit/host.js
}

function start() {
  const api = platform();
  if (api?.Initialize("") !== "true") return tell("no-platform");
  try {
    connect(api);
  } catch {
    tell("unreadable"); // and nothing is written over it
  }
}

start();
const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"));
frame.src = "index.html";
