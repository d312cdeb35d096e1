package dev.concordat.cli.comparison;

import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.WitnessMessage;
import java.nio.file.Path;

/// A difference of an earlier comparison, with what is needed to look at it again.
///
/// @param workingFolder where the words of both sources were given
/// @param sender which contract allows the message, in words
/// @param receiver which contract refuses it
/// @param isFromLeft whether the left contract is the sender's
record StoredDifference(
    String id,
    String rule,
    String message,
    Position position,
    WitnessMessage witness,
    String sender,
    String receiver,
    boolean isFromLeft,
    boolean isDiff,
    Path workingFolder,
    PairSource source) {}
