import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Where the server listens while the desk is developed with `npm run dev --workspace web`. */
const SERVER = "http://127.0.0.1:8080";

/** In development every page of the desk is one HTML file; files and the gallery keep their own address. */
function deskPages(): Plugin {
  return {
    name: "vera-desk-pages",
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = (request.url ?? "/").split("?")[0] ?? "/";
        const isPage = request.method === "GET" && request.headers.accept?.includes("text/html") === true;
        if (isPage && !path.startsWith("/api/") && !path.startsWith("/apps/"))
          request.url = "/apps/desk/index.html";
        next();
      });
    },
  };
}

export default defineConfig({
  root: new URL(".", import.meta.url).pathname,
  plugins: [react(), deskPages()],
  build: {
    outDir: new URL("dist", import.meta.url).pathname,
    emptyOutDir: true,
    target: "es2023",
    // A data: URL would need its own word in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      input: {
        desk: new URL("apps/desk/index.html", import.meta.url).pathname,
        // The server writes the portal's pages and asks the manifest for these two files.
        portal: new URL("apps/portal/main.ts", import.meta.url).pathname,
      },
    },
  },
  server: {
    host: "127.0.0.1",
    proxy: { "/api": { target: SERVER, ws: true }, "/sip": { target: SERVER, ws: true } },
  },
});
