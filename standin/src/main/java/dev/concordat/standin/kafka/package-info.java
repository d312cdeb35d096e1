/// Stand-ins that send and take messages over Kafka.
@NullMarked
package dev.concordat.standin.kafka;

import org.jspecify.annotations.NullMarked;
