/// Contracts that people wrote, extended by what was learned. What is written stays.
@NullMarked
package dev.concordat.record.extension;

import org.jspecify.annotations.NullMarked;
