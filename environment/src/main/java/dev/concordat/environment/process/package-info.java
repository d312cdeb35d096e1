/// Child processes that never outlive Concordat.
@NullMarked
package dev.concordat.environment.process;

import org.jspecify.annotations.NullMarked;
