/// Whether one Avro schema reads what another wrote, and whether it reads what was meant.
@NullMarked
package dev.concordat.compare.avro;

import org.jspecify.annotations.NullMarked;
