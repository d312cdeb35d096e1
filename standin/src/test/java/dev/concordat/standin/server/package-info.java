@NullMarked
package dev.concordat.standin.server;

import org.jspecify.annotations.NullMarked;
