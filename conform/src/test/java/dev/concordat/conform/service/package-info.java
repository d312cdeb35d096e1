/// A service that keeps its contract to the letter, faults to switch on in it, and the proof that a run finds them.
@NullMarked
package dev.concordat.conform.service;

import org.jspecify.annotations.NullMarked;
