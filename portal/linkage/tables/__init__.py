"""Data of the linkage package: places and the weights' documented starting numbers. Facts and numbers only. Floor 1."""
