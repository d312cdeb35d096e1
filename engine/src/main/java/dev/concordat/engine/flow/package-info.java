/// Flows as people write them: steps over several systems, patterns with matchers, references to earlier steps.
@NullMarked
package dev.concordat.engine.flow;

import org.jspecify.annotations.NullMarked;
