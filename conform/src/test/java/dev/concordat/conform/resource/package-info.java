/// Resources are found in real contract texts.
@NullMarked
package dev.concordat.conform.resource;

import org.jspecify.annotations.NullMarked;
