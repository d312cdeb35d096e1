/// Tests of publishing.
@NullMarked
package dev.concordat.registry.contract;

import org.jspecify.annotations.NullMarked;
