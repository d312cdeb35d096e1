/// What one answer shows by itself.
@NullMarked
package dev.concordat.conform.check;

import org.jspecify.annotations.NullMarked;
