/// Who is affected by a change: a comparison of two versions of a contract, narrowed to what known consumers send and read.
/// {@link Consumers} is the door.
@NullMarked
package dev.concordat.compare.consumer;

import org.jspecify.annotations.NullMarked;
