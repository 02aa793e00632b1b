import { gather } from "./gather";

export default gather(import.meta.glob("../../**/i18n/ko.json", { eager: true, import: "default" }));
