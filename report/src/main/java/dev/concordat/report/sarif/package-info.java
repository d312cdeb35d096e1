/// The shell of SARIF logs.
@NullMarked
package dev.concordat.report.sarif;

import org.jspecify.annotations.NullMarked;
