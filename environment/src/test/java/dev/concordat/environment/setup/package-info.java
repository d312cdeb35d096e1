/// Detection and concordat.yaml through their public door, in real folders.
@NullMarked
package dev.concordat.environment.setup;

import org.jspecify.annotations.NullMarked;
