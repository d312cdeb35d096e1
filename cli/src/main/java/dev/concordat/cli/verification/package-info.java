/// Which contracts were held against their providers, and what came of it.
@NullMarked
package dev.concordat.cli.verification;

import org.jspecify.annotations.NullMarked;
