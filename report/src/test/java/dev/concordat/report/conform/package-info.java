@NullMarked
package dev.concordat.report.conform;

import org.jspecify.annotations.NullMarked;
