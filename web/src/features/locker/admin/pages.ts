export { DefectsPage } from "./DefectsPage";
export { LockerDetailPage } from "./LockerDetailPage";
export { LockerImportPage } from "./LockerImportPage";
export { LockerListPage } from "./LockerListPage";
export { PlacePage } from "./PlacePage";
export { PlacesPage } from "./PlacesPage";
export { TermsPage } from "./TermsPage";
