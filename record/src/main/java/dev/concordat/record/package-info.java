/// What is learned from traffic: a contract with evidence, stubs, values and flows.
@NullMarked
package dev.concordat.record;

import org.jspecify.annotations.NullMarked;
