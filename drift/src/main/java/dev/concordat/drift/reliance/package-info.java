/// Which files of a workspace rely on a stub.
@NullMarked
package dev.concordat.drift.reliance;

import org.jspecify.annotations.NullMarked;
