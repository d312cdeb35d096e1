/// Testing one running provider against its contract: the door.
@NullMarked
package dev.concordat.conform;

import org.jspecify.annotations.NullMarked;
