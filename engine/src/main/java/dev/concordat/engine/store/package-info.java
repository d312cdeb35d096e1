/// Runs on disk, so that what was found can be replayed.
@NullMarked
package dev.concordat.engine.store;

import org.jspecify.annotations.NullMarked;
