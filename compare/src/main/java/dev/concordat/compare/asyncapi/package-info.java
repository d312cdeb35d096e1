/// AsyncAPI documents compared: whether whoever listens understands what is sent, channel by channel.
@NullMarked
package dev.concordat.compare.asyncapi;

import org.jspecify.annotations.NullMarked;
