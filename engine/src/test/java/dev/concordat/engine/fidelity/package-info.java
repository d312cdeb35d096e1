@org.jspecify.annotations.NullMarked
package dev.concordat.engine.fidelity;
