/// Sentences that could not be read, as differences that nobody decided. {@link UnreadSentences} is the door.
@NullMarked
package dev.concordat.compare.unread;

import org.jspecify.annotations.NullMarked;
