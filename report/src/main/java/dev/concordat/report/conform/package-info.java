/// A run against one provider, told to people and tools.
@NullMarked
package dev.concordat.report.conform;

import org.jspecify.annotations.NullMarked;
