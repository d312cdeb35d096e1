/// JUnit XML as the strictest of its readers wants it.
@NullMarked
package dev.concordat.report.junit;

import org.jspecify.annotations.NullMarked;
