@NullMarked
package dev.concordat.report.terminal;

import org.jspecify.annotations.NullMarked;
