@NullMarked
package dev.concordat.compare.asyncapi;

import org.jspecify.annotations.NullMarked;
