// The page of a program in PyScript: /project/app/. It is always loaded in full, since its
// content security policy differs from that of the other pages.

import * as program from "./components/program.js";
import { mountAll, startFrame } from "./frame.js";
import { parts, root } from "./generated/parts.js";
import { find } from "./lib/dom.js";
import { Editors } from "./services/editor.js";
import { Folder } from "./services/folder.js";
import { Offline } from "./services/offline.js";
import { Program } from "./services/program.js";
import { createStore } from "./services/store.js";

const PLACE = "[data-app]";

const services = /** @type {import("./components/program.js").ProgramServices} */ (
  /** @type {unknown} */ ({
    python: new Program(root, parts, find(document, PLACE)),
    editors: new Editors(root + parts.codemirror["codemirror.js"].path),
    folder: new Folder(root, parts),
    offline: new Offline(root),
    store: createStore(),
  })
);
startFrame(services);
mountAll(document, [[PLACE, program]], services);
