/// Terminal, HTML, JSON, JUnit XML; the pictures.
@NullMarked
package dev.concordat.report;

import org.jspecify.annotations.NullMarked;
