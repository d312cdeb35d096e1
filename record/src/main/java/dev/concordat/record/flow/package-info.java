/// How values flow from answers into later requests, and the flows that follow from it.
@NullMarked
package dev.concordat.record.flow;

import org.jspecify.annotations.NullMarked;
