/// Taking secrets out of exchanges before they are stored or shown.
@NullMarked
package dev.concordat.wire.redaction;

import org.jspecify.annotations.NullMarked;
