/// Environments: started from a setup, observed, given fresh data, stopped.
@NullMarked
package dev.concordat.environment.running;

import org.jspecify.annotations.NullMarked;
