@NullMarked
package dev.concordat.registry.signin;

import org.jspecify.annotations.NullMarked;
