@NullMarked
package dev.concordat.report;

import org.jspecify.annotations.NullMarked;
