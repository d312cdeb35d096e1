/// Detection, parts, systems, data templates.
@NullMarked
package dev.concordat.environment;

import org.jspecify.annotations.NullMarked;
