/// Tests of the check of stubs through its door.
@NullMarked
package dev.concordat.drift;

import org.jspecify.annotations.NullMarked;
