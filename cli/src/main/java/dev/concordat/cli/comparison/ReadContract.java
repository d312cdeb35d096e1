package dev.concordat.cli.comparison;

import dev.concordat.contracts.Contract;

/// A contract of one side.
///
/// @param name how it is paired: the file's name from the side's folder
/// @param isCut whether reading broke off, so that the contract says more than is known
record ReadContract(Contract contract, String name, boolean isCut) {}
