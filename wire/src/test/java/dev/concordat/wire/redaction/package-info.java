/// Tests of redaction.
@NullMarked
package dev.concordat.wire.redaction;

import org.jspecify.annotations.NullMarked;
