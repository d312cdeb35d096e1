@NullMarked
package dev.concordat.report.junit;

import org.jspecify.annotations.NullMarked;
