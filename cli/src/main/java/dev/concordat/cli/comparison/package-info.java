/// `diff` and `agree`: which contracts are meant, how they are compared, and how the result is told and kept for replay.
/// {@link Comparing} is the whole in one method.
@NullMarked
package dev.concordat.cli.comparison;

import org.jspecify.annotations.NullMarked;
