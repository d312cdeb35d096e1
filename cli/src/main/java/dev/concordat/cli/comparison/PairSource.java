package dev.concordat.cli.comparison;

/// Where the two contracts of a pair came from.
record PairSource(ContractSource left, ContractSource right) {}
