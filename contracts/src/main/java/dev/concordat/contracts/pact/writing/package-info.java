/// Writing pact files of every version, and adding interactions to files that are already there.
@NullMarked
package dev.concordat.contracts.pact.writing;

import org.jspecify.annotations.NullMarked;
