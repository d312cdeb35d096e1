/// What a link saw: requests with their responses, messages, row changes.
@NullMarked
package dev.concordat.model.exchange;

import org.jspecify.annotations.NullMarked;
