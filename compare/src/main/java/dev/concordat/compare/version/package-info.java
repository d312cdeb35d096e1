/// Which version number a changed contract should have. {@link VersionAdvisor} is the door.
@NullMarked
package dev.concordat.compare.version;

import org.jspecify.annotations.NullMarked;
