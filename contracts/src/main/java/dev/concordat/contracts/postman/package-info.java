/// Postman collections, version 2.1.
@NullMarked
package dev.concordat.contracts.postman;

import org.jspecify.annotations.NullMarked;
