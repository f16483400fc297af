/** A failure of set-up that one sentence explains and the reader can do something about. */
export class SetupProblem extends Error {
  name = "SetupProblem";
}

/**
 * What the output of a failed installer means, as a sentence that says what to do.
 * @param {string} tool such as `npm ci`
 * @param {string} output everything that it printed
 * @param {string} logFile where the output is kept, for what no rule here knows
 */
export function explainInstall(tool, output, logFile) {
  const again = "then run the same command again";
  if (/ENOSPC|No space left on device|Errno 28\b/i.test(output)) {
    return `The disk is full: free about 1 GB, ${again}.`;
  }
  if (/EINTEGRITY|DO NOT MATCH THE HASHES|hash(es)? mismatch/i.test(output)) {
    return (
      `A package that ${tool} downloaded does not match the lock file, so nothing of it was ` +
      `used: look for a proxy or a mirror that alters packages, ${again}.`
    );
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED|network|NewConnectionError|NameResolutionError|Connection refused|Temporary failure in name resolution|No matching distribution found/i.test(
      output,
    )
  ) {
    return `${tool} could not reach its package registry: connect to the network, ${again}.`;
  }
  if (/ensurepip is not available|No module named '?(venv|ensurepip)/i.test(output)) {
    return (
      "This Python has no venv module: install it (on Debian and Ubuntu, " +
      `apt-get install python3-venv), ${again}.`
    );
  }
  if (/EACCES|EPERM|EROFS|Permission denied|Read-only file system/i.test(output)) {
    return `${tool} may not write into this folder: change its owner or permissions, ${again}.`;
  }
  return `${tool} failed: read ${logFile} for its reason, ${again}.`;
}
