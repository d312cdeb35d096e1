/// What is said of stubs that are held against the truth, told to people and tools.
@NullMarked
package dev.concordat.report.drift;

import org.jspecify.annotations.NullMarked;
