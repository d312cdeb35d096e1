/// What a run will do: options, and the cases they select.
@NullMarked
package dev.concordat.engine.plan;

import org.jspecify.annotations.NullMarked;
