import { HomePage } from "@features/home/HomePage";
import { HomeLockers } from "@features/locker/HomeLockers";

/** Home knows no product: each brings its own card. */
export function HomeRoute() {
  return (
    <HomePage>
      <HomeLockers />
    </HomePage>
  );
}
