@NullMarked
package dev.concordat.wire.authority;

import org.jspecify.annotations.NullMarked;
