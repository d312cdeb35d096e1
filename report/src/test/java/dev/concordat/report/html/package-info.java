@NullMarked
package dev.concordat.report.html;

import org.jspecify.annotations.NullMarked;
