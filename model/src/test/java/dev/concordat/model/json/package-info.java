@NullMarked
package dev.concordat.model.json;

import org.jspecify.annotations.NullMarked;
