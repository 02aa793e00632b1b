// Runs before the first paint, so that nobody who likes the dark is dazzled by a white flash.
(() => {
  let choice = "system";
  try {
    choice = localStorage.getItem("madang.theme") || "system";
  } catch {
    // storage may be forbidden; the system's choice it is
  }
  const dark =
    choice === "dark" || (choice === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
