package dev.concordat.contracts.tree;

/// What a node hangs from: another node; for a root, the text it was read from; for a node that was taken from another
/// text, a graft.
sealed interface Parent permits Source, LocatedNode, Graft {}
