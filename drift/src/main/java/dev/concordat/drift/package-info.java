/// Whether stubs still tell the truth about a provider: against its contract, against itself, against recorded traffic.
@NullMarked
package dev.concordat.drift;

import org.jspecify.annotations.NullMarked;
