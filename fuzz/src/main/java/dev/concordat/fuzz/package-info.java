/// Looks for inputs that a reader cannot take: crashes, hangs, memory that grows without bound. Run by `fuzz/run.sh`.
@NullMarked
package dev.concordat.fuzz;

import org.jspecify.annotations.NullMarked;
