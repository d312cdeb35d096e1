/// Plan, run, judge, diagnose.
@NullMarked
package dev.concordat.engine;

import org.jspecify.annotations.NullMarked;
