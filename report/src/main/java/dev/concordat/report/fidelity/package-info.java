/// What happened to messages between two ends, as text, JSON and JUnit XML.
@NullMarked
package dev.concordat.report.fidelity;

import org.jspecify.annotations.NullMarked;
