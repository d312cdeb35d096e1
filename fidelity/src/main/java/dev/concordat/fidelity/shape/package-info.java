/// What happened to objects, lists and XML elements on the way.
@NullMarked
package dev.concordat.fidelity.shape;

import org.jspecify.annotations.NullMarked;
