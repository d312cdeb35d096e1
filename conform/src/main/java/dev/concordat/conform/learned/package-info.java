/// What a run leaves for the next one: plain data, without secrets.
@NullMarked
package dev.concordat.conform.learned;

import org.jspecify.annotations.NullMarked;
