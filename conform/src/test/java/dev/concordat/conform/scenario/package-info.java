@NullMarked
package dev.concordat.conform.scenario;

import org.jspecify.annotations.NullMarked;
