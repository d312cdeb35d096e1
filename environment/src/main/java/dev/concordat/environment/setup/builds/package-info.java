/// Build files: what can be built and started, and how.
@NullMarked
package dev.concordat.environment.setup.builds;

import org.jspecify.annotations.NullMarked;
