/// What is known of the operations of a provider, as a fold over exchanges that may be done in any order.
@NullMarked
package dev.concordat.record.learning;

import org.jspecify.annotations.NullMarked;
