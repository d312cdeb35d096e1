package dev.concordat.contracts.tree;

/// Where a node of one text hangs in the tree of another: below the holder, while its places stay those of its own text.
record Graft(LocatedNode holder, Source source) implements Parent {}
