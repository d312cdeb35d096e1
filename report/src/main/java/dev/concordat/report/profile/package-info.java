/// Profiles of links, latencies and budgets in words.
@NullMarked
package dev.concordat.report.profile;

import org.jspecify.annotations.NullMarked;
