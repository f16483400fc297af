"""The mathematics: functions, networks, their gradients, first weights and data sets."""
