/// What GitHub reads from the output of a step.
@NullMarked
package dev.concordat.report.github;

import org.jspecify.annotations.NullMarked;
