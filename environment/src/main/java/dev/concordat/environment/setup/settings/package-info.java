/// Settings a system reads: environment variables, and the addresses in their values.
@NullMarked
package dev.concordat.environment.setup.settings;

import org.jspecify.annotations.NullMarked;
