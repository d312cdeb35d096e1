/// Lying and true mocks of every format, and the provider that they speak for.
@NullMarked
package dev.concordat.drift.corpus;

import org.jspecify.annotations.NullMarked;
