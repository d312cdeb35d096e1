/// What a comparison of one pair of contract kinds offers, and what it is told. A package of its own, so that formats
/// depend on it, `Comparer` on formats, and nothing on itself.
@NullMarked
package dev.concordat.compare.format;

import org.jspecify.annotations.NullMarked;
