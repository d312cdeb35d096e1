/// Judging messages by JSON Schema, ours beside networknt and dev.harrel.
@NullMarked
package dev.concordat.benchmarks.validation;

import org.jspecify.annotations.NullMarked;
