/// A run as one self-contained page.
@NullMarked
package dev.concordat.report.html;

import org.jspecify.annotations.NullMarked;
