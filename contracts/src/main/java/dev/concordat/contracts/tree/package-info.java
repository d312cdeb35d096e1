/// JSON and YAML as one located tree: every node knows its file, line, column and pointer, every number its digits.
@NullMarked
package dev.concordat.contracts.tree;

import org.jspecify.annotations.NullMarked;
