/// A run as JSON, for programs.
@NullMarked
package dev.concordat.report.json;

import org.jspecify.annotations.NullMarked;
