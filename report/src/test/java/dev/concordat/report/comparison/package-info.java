@NullMarked
package dev.concordat.report.comparison;

import org.jspecify.annotations.NullMarked;
