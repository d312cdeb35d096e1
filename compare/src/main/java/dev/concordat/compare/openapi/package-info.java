/// What changes between two contracts for HTTP, message by message: for every part of every request and answer, whether
/// whatever the one side may send is taken by the other, and a message that shows where it is not.
@NullMarked
package dev.concordat.compare.openapi;

import org.jspecify.annotations.NullMarked;
