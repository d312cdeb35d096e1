/// A comparison of contracts as text, JSON, Markdown, SARIF, GitHub annotations and JUnit XML. Each format is a class of its
/// own that turns a {@link dev.concordat.model.comparison.ComparisonReport} into text; {@link ComparisonFiles} writes all.
@NullMarked
package dev.concordat.report.comparison;

import org.jspecify.annotations.NullMarked;
