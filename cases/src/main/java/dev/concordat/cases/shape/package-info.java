/// The choices that a schema leaves open, and the values that are made of them.
@NullMarked
package dev.concordat.cases.shape;

import org.jspecify.annotations.NullMarked;
