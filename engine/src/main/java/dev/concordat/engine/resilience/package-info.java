/// Measures how consumers behave when a provider does not: experiments on a link, estimators, and what is wrong with it.
@NullMarked
package dev.concordat.engine.resilience;

import org.jspecify.annotations.NullMarked;
