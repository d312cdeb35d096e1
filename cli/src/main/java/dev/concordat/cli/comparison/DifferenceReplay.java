package dev.concordat.cli.comparison;

import dev.concordat.compare.replay.ContractWord;

/// What replaying a difference says.
///
/// @param left what the left contract says of the message now
/// @param right what the right contract says of it now
/// @param isFoundAgain whether comparing the two anew finds the same difference
/// @param isRedacted whether a secret was taken out of the message, so that the contracts were not asked
record DifferenceReplay(
    StoredDifference difference,
    String leftFile,
    ContractWord left,
    String rightFile,
    ContractWord right,
    boolean isFoundAgain,
    boolean isRedacted) {
  /// Whether the one side still allows the message and the other still refuses it, or another message shows the same
  /// difference.
  boolean isStillBroken() {
    ContractWord sender = difference.isFromLeft() ? left : right;
    ContractWord receiver = difference.isFromLeft() ? right : left;
    boolean isRefused =
        sender instanceof ContractWord.Allows && receiver instanceof ContractWord.Refuses;
    return isFoundAgain || isRefused;
  }
}
