/// The pictures: the map of systems and links, and what happened in a case, as SVG.
@NullMarked
package dev.concordat.report.picture;

import org.jspecify.annotations.NullMarked;
