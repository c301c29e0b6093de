// Leaf
