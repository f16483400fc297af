import { defineConfig } from "astro/config";
import backpropFiles from "backpropagation-traced/vite";

export default defineConfig({ vite: { plugins: [backpropFiles()] } });
