/** What the network figure says of weights that a reader brings. */
export const words = {
  note: "Paste a PyTorch state_dict, NumPy arrays, the lists of Keras’s get_weights() or a state that was saved here. Or drop a file on this part: .safetensors, .json, .txt or .py. It is read, never run, and stays on this machine.",
  text: "The network",
  placeholder:
    "OrderedDict({'0.weight': tensor([[0.15, 0.2],\n        [0.25, 0.3]]),\n    '0.bias': tensor([0.35, 0.35])})",
  open: "Open this network",
  file: "Open a file …",
  reading: "Python is reading it …",
  lost: "Python stopped while it read this; try again.",
  tooLarge: "That file is larger than 1 MB, and the networks that are drawn here are far smaller.",
  binary:
    "That file is neither text nor safetensors. A .pt or .pth file is a program, which is not run here: save the weights as .safetensors, or print the state_dict and paste it.",
  opened: "The state is open.",

  /** @param {string} reasons */
  refused: (reasons) => `Some of it was not taken: ${reasons}`,
};
