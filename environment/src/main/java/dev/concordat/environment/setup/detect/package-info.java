/// From files to systems, parts and links.
@NullMarked
package dev.concordat.environment.setup.detect;

import org.jspecify.annotations.NullMarked;
