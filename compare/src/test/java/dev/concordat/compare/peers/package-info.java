/// Pairs of contracts of which other tools say what changed: how far we agree with them.
@NullMarked
package dev.concordat.compare.peers;

import org.jspecify.annotations.NullMarked;
