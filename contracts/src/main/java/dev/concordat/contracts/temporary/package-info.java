/// Folders that are gone when the work is done, however the process ends.
@NullMarked
package dev.concordat.contracts.temporary;

import org.jspecify.annotations.NullMarked;
