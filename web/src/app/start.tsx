import { queryClient } from "@shared/api/queryClient";
import { startLanguage } from "@shared/i18n";
import { startTheme } from "@shared/lib/theme";
import { Toasts } from "@shared/ui/Toast";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { router } from "./router";

export async function start() {
  startTheme();
  await startLanguage(
    async (language) => (language === "en" ? await import("./i18n/en") : await import("./i18n/ko")).default,
  );
  const root = document.getElementById("root");
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </StrictMode>,
  );
  if (import.meta.env.PROD && "serviceWorker" in navigator) {
    // Without it everything works, only not from the home screen while offline.
    navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  }
}
