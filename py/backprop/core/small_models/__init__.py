"""What is smaller than a network: a function of one number, one neuron, one perceptron."""
