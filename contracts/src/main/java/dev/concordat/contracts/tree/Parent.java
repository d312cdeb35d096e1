package dev.concordat.contracts.tree;

/// What a node hangs from: another node, or, for a root, the text it was read from.
sealed interface Parent permits Source, LocatedNode {}
