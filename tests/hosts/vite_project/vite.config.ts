import backpropFiles from "backpropagation-traced/vite";
import { defineConfig } from "vite";

export default defineConfig({ plugins: [backpropFiles()] });
