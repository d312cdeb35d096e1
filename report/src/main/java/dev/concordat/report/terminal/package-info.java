/// A run on a terminal: the verdict first, then each incident with its evidence and how to replay it.
@NullMarked
package dev.concordat.report.terminal;

import org.jspecify.annotations.NullMarked;
