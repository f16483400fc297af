import react from "@vitejs/plugin-react";
import backpropFiles from "backpropagation-traced/vite";
import { defineConfig } from "vite";

export default defineConfig({ plugins: [react(), backpropFiles()] });
