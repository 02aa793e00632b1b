import { gather } from "./gather";

export default gather(import.meta.glob("../../**/i18n/en.json", { eager: true, import: "default" }));
