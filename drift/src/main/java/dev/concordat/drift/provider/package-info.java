/// Asking the running provider, safely.
@NullMarked
package dev.concordat.drift.provider;

import org.jspecify.annotations.NullMarked;
