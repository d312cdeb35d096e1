/// Links for protocols that nobody reads along with: bytes pass as they are, and transport faults disturb them.
@NullMarked
package dev.concordat.wire.tcp;

import org.jspecify.annotations.NullMarked;
