/// Where a sentence of a contract, a configuration or a flow stands.
@NullMarked
package dev.concordat.model.place;

import org.jspecify.annotations.NullMarked;
