/// Publishing: contracts and results of their verification, each as one operation that may be repeated.
@NullMarked
package dev.concordat.registry.contract;

import org.jspecify.annotations.NullMarked;
