/// Everything that touches bytes: links, capture, stand-ins.
@NullMarked
package dev.concordat.wire;

import org.jspecify.annotations.NullMarked;
