/// From a folder to a report: read, plan, run, judge, tell.
@NullMarked
package dev.concordat.cli.run;

import org.jspecify.annotations.NullMarked;
