@NullMarked
package dev.concordat.registry.http;

import org.jspecify.annotations.NullMarked;
