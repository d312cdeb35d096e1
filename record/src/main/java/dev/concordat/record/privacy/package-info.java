/// Taking secrets out of traffic before anything is learned, stored or shown.
@NullMarked
package dev.concordat.record.privacy;

import org.jspecify.annotations.NullMarked;
