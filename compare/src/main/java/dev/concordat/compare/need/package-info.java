/// What consumers need of a provider: languages of values that their matchers make of examples, and whether a provider's
/// contract meets them.
@NullMarked
package dev.concordat.compare.need;

import org.jspecify.annotations.NullMarked;
