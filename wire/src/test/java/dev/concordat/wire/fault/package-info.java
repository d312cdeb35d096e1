/// Tests of faults on links, from both ends.
@NullMarked
package dev.concordat.wire.fault;

import org.jspecify.annotations.NullMarked;
