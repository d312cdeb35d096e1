package dev.concordat.cli.comparison;

import dev.concordat.compare.protobuf.buf.BufWorkspace;
import dev.concordat.contracts.Contract;
import java.util.Optional;

/// A contract of one side.
///
/// @param name how it is paired: the file's name from the side's folder
/// @param isCut whether reading broke off, so that the contract says more than is known
/// @param workspace of `.proto` files of a folder with a `buf.yaml`, what that says of them
record ReadContract(
    Contract contract, String name, boolean isCut, Optional<BufWorkspace> workspace) {}
