// The page of a program in PyScript: /project/app/. It is always loaded in full, since its
// content security policy differs from that of the other pages.

import * as programBox from "../home/program-box.js";
import { mountAll, startFrame } from "./frame.js";
import { parts as all } from "../home/generated/parts.js";
import { parts, root } from "../kit/generated/parts.js";
import { find } from "../kit/dom.js";
import { Editors } from "../cells/editor.js";
import { Folder } from "../home/folder.js";
import { Keep } from "../kit/keep.js";
import { Offline } from "../offline/offline.js";
import { PyScript } from "../home/pyscript.js";
import { createStore } from "../kit/store.js";

const PLACE = "[data-app]";

const services = {
  python: new PyScript(root, parts, find(document, PLACE)),
  editors: new Editors(root + parts.codemirror["codemirror.js"].path),
  folder: new Folder(root, all),
  keep: new Keep(),
  offline: new Offline(root),
  store: createStore(),
};
startFrame(services);
mountAll(document, [[PLACE, programBox]], services);
