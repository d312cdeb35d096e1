/// A message that was found once, judged again by contracts as they are now. {@link ContractWord} is the door.
@NullMarked
package dev.concordat.compare.replay;

import org.jspecify.annotations.NullMarked;
