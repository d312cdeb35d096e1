/// The differences that people accept for a while, as `.concordat-ignore.yaml` lists them. {@link Acceptances} is the door.
@NullMarked
package dev.concordat.compare.acceptance;

import org.jspecify.annotations.NullMarked;
