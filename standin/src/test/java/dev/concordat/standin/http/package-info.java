@NullMarked
package dev.concordat.standin.http;

import org.jspecify.annotations.NullMarked;
