// Writes the style sheet by which a page keeps the room for its figures:  node scripts/room/page_sheet.js FILE

import { writeFileSync } from "node:fs";
import process from "node:process";
import { pageRoom } from "../../web/element/room/room_rules.js";

writeFileSync(process.argv[2], pageRoom());
