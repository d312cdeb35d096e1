/// Runs cases one after another in an environment, and watches what they cause.
@NullMarked
package dev.concordat.engine.run;

import org.jspecify.annotations.NullMarked;
