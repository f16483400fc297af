/** A site of files, so that any server shows it; the folder lies in one that has packages of its own. */
export default { output: "export", turbopack: { root: import.meta.dirname } };
