export { AccessRequestsPage } from "./AccessRequestsPage";
export { MembersPage } from "./MembersPage";
export { RosterPage } from "./RosterPage";
