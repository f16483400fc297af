// TensorFlow.js on its plain JavaScript backend, training the XOR net of the other measurements.

/** How many epochs run between two looks at the clock. */
const CHUNK = 250;

/**
 * @param {any} tf
 * @param {{weights: number[][][], biases: number[][], inputs: number[][], targets: number[][],
 *   learning_rate: number, momentum: number}} net
 * @returns {() => void} one epoch: the whole set, ½ Σ (ŷ − t)², a step of momentum
 */
function epochOf(tf, net) {
  const x = tf.tensor2d(net.inputs);
  const t = tf.tensor2d(net.targets);
  const half = tf.scalar(0.5);
  const layers = net.weights.map((weights, layer) => ({
    w: tf.variable(tf.tensor2d(weights)),
    b: tf.variable(tf.tensor1d(net.biases[layer])),
  }));
  const optimizer = tf.train.momentum(net.learning_rate, net.momentum);
  const loss = () => {
    let a = x;
    for (const { w, b } of layers) a = tf.sigmoid(tf.add(tf.matMul(a, w), b));
    return tf.mul(half, tf.mean(tf.sum(tf.square(tf.sub(a, t)), 1)));
  };
  return () => optimizer.minimize(loss);
}

addEventListener("message", async ({ data: { library, net, seconds } }) => {
  try {
    const tf = await import(library);
    await tf.setBackend("cpu");
    await tf.ready();
    const epoch = epochOf(tf, net);
    for (let warming = 0; warming < 4 * CHUNK; warming += 1) epoch();
    const began = performance.now();
    let epochs = 0;
    while (performance.now() - began < seconds * 1000) {
      for (let count = 0; count < CHUNK; count += 1) epoch();
      epochs += CHUNK;
    }
    const rate = (epochs * 1000) / (performance.now() - began);
    postMessage({ result: { rate, version: tf.version_core } });
  } catch (error) {
    postMessage({ failure: String(error) });
  }
});
