/// Tests of comparing Avro, many of them against Avro's own library.
@NullMarked
package dev.concordat.compare.avro;

import org.jspecify.annotations.NullMarked;
