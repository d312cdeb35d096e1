/// How a run goes: the budget, the way to the provider, what is tried when.
@NullMarked
package dev.concordat.conform.run;

import org.jspecify.annotations.NullMarked;
