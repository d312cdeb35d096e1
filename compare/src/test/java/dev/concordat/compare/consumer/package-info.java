@NullMarked
package dev.concordat.compare.consumer;

import org.jspecify.annotations.NullMarked;
