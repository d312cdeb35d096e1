/// What a link costs, beside HAProxy and beside no link at all.
@NullMarked
package dev.concordat.benchmarks.link;

import org.jspecify.annotations.NullMarked;
