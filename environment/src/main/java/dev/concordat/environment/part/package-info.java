/// Real infrastructure: where its binaries are, how it is started, when it is ready.
@NullMarked
package dev.concordat.environment.part;

import org.jspecify.annotations.NullMarked;
